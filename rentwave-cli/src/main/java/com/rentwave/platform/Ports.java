package com.rentwave.platform;

import java.net.URI;
import java.util.List;

/**
 * The ports of one RentWave, all on 127.0.0.1. A port base {@code N} gives: {@code N} public, {@code N+1} console,
 * {@code N+10} monolith, {@code N+11} WildFly management, {@code N+20} vehicle-service, {@code N+25} rental-service,
 * {@code N+30} cdc, {@code N+40} PostgreSQL, {@code N+50} Kafka, {@code N+51} Kafka controller.
 */
public record Ports(
        int facade,
        int console,
        int monolith,
        int monolithManagement,
        int vehicleService,
        int rentalService,
        int cdc,
        int postgresql,
        int kafka,
        int kafkaController) {

    private static final int HIGHEST_OFFSET = 51;
    private static final int DEFAULT_VEHICLE_SERVICE = 8280;

    public Ports {
        if (rentalService == 0 && vehicleService > 0) {
            // A data folder from before rentals had a service remembers no port for it.
            rentalService = vehicleService + (vehicleService == DEFAULT_VEHICLE_SERVICE ? 200 : 5);
        }
        List<Integer> all = List.of(
                facade,
                console,
                monolith,
                monolithManagement,
                vehicleService,
                rentalService,
                cdc,
                postgresql,
                kafka,
                kafkaController);
        for (int port : all) {
            if (port < 1 || port > 65535) {
                throw new PlatformException("Port " + port + " is not between 1 and 65535.");
            }
        }
        if (all.stream().distinct().count() != all.size()) {
            throw new PlatformException("Two parts cannot share one port: " + all + ".");
        }
    }

    /** The ports of the README. */
    public static Ports defaults() {
        return new Ports(8080, 8081, 8180, 8190, DEFAULT_VEHICLE_SERVICE, 8480, 8380, 15432, 19092, 19093);
    }

    /** All ports close together, from a base. */
    public static Ports from(int base) {
        if (base < 1024 || base > 65535 - HIGHEST_OFFSET) {
            throw new PlatformException(
                    "The port base must be between 1024 and " + (65535 - HIGHEST_OFFSET) + ", not " + base + ".");
        }
        return new Ports(
                base,
                base + 1,
                base + 10,
                base + 11,
                base + 20,
                base + 25,
                base + 30,
                base + 40,
                base + 50,
                base + HIGHEST_OFFSET);
    }

    /** Ports nobody listens on at the moment, below the range from which the system hands out ports by itself. */
    public static Ports free() {
        return FreePorts.block();
    }

    /** The port by which a part is known. */
    public int of(PartName part) {
        return switch (part) {
            case POSTGRESQL -> postgresql;
            case KAFKA -> kafka;
            case MONOLITH -> monolith;
            case VEHICLE_SERVICE -> vehicleService;
            case RENTAL_SERVICE -> rentalService;
            case CDC -> cdc;
            case FACADE -> facade;
        };
    }

    /** The address at which the other parts find a part that speaks HTTP. */
    URI uri(PartName part) {
        return URI.create("http://127.0.0.1:" + of(part));
    }

    /** Every port a part listens on. */
    List<Integer> allOf(PartName part) {
        return switch (part) {
            case POSTGRESQL -> List.of(postgresql);
            case KAFKA -> List.of(kafka, kafkaController);
            case MONOLITH -> List.of(monolith, monolithManagement);
            case VEHICLE_SERVICE -> List.of(vehicleService);
            case RENTAL_SERVICE -> List.of(rentalService);
            case CDC -> List.of(cdc);
            case FACADE -> List.of(facade, console);
        };
    }
}
