package com.rentwave.rental.application;

import com.rentwave.service.ServiceIdentity;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.RentalsMapping;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Starts the rental service. Errors are answered by the chassis, so Boot's error page is left out. */
@SpringBootApplication(
        scanBasePackages = {"com.rentwave.rental", "com.rentwave.service"},
        exclude = ErrorMvcAutoConfiguration.class)
public class RentalServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RentalServiceApplication.class, arguments);
    }

    @Bean
    ServiceIdentity identity() {
        return new ServiceIdentity("rentals", "rental-service", "rental_idempotency", RentalServiceApplication.class);
    }

    @Bean
    ApiMapping mapping() {
        return RentalsMapping.mapping();
    }
}
