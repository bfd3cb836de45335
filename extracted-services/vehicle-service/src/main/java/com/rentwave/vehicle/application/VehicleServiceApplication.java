package com.rentwave.vehicle.application;

import com.rentwave.service.ServiceIdentity;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.VehiclesMapping;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Starts the vehicle service. Errors are answered by its own advice and valve, so Boot's error page is left out. */
@SpringBootApplication(
        scanBasePackages = {"com.rentwave.vehicle", "com.rentwave.service"},
        exclude = ErrorMvcAutoConfiguration.class)
@EntityScan("com.rentwave.vehicle")
public class VehicleServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(VehicleServiceApplication.class, arguments);
    }

    @Bean
    ServiceIdentity identity() {
        return new ServiceIdentity(
                "vehicles", "vehicle-service", "vehicle_idempotency", VehicleServiceApplication.class);
    }

    @Bean
    ApiMapping mapping() {
        return VehiclesMapping.mapping();
    }
}
