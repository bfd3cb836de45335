package com.rentwave.vehicle.web;

import com.rentwave.vehicle.Vehicle;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** The ETag of a vehicle: its version, and when it was created, so that a successor with the same id has another one. */
final class EntityTag {

    private EntityTag() {}

    static String of(Vehicle vehicle) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, vehicle.createdAt());
        return '"' + Long.toString(vehicle.version()) + '-' + Long.toString(micros, 36) + '"';
    }

    /** Whether an If-Match or If-None-Match header names the tag; its own kind only, no weak comparison. */
    static boolean listed(String header, String tag) {
        return Stream.of(header.split(",")).map(String::strip).anyMatch(t -> t.equals("*") || t.equals(tag));
    }
}
