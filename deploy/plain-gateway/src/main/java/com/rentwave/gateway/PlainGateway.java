package com.rentwave.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway with the one route of {@code application.yml}: everything goes to {@code BACKEND_URI}. */
@SpringBootApplication
public class PlainGateway {

    public static void main(String[] arguments) {
        SpringApplication.run(PlainGateway.class, arguments);
    }
}
