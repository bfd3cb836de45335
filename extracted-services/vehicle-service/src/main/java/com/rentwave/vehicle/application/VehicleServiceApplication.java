package com.rentwave.vehicle.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts the vehicle service. Errors are answered by its own advice and valve, so Boot's error page is left out. */
@SpringBootApplication(scanBasePackages = "com.rentwave.vehicle", exclude = ErrorMvcAutoConfiguration.class)
@EntityScan("com.rentwave.vehicle")
public class VehicleServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(VehicleServiceApplication.class, arguments);
    }
}
