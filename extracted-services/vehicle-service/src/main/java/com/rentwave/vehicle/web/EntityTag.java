package com.rentwave.vehicle.web;

import com.rentwave.vehicle.Vehicle;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
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

    /** A header that may come in several lines, as one; null when it is missing. */
    static String header(HttpServletRequest request, String name) {
        Enumeration<String> lines = request.getHeaders(name);
        List<String> all = Collections.list(lines);
        return all.isEmpty() ? null : String.join(",", all);
    }
}
