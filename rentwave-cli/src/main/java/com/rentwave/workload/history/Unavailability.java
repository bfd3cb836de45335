package com.rentwave.workload.history;

/** One sending of a request that brought no answer, or the answer "not available", on the clients' clock. */
public record Unavailability(long fromNanos, long toNanos, String what) {}
