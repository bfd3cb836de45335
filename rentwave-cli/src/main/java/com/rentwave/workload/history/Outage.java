package com.rentwave.workload.history;

/** A time in which a part of the platform was dead or not yet healthy again, on the clients' clock. */
public record Outage(String part, long fromNanos, long toNanos) {

    boolean explains(Unavailability unavailability) {
        return unavailability.toNanos() >= fromNanos && unavailability.fromNanos() <= toNanos;
    }
}
