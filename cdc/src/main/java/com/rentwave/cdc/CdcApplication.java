package com.rentwave.cdc;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts change data capture: one capture for each side of an API, the applier of the way back and the control API. */
@SpringBootApplication
public class CdcApplication {

    public static void main(String[] args) {
        SpringApplication.run(CdcApplication.class, args);
    }
}
