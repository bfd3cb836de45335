package com.rentwave.workload.bench;

/** A time, from its begin to its end, by {@link System#nanoTime()} in the process of the clients. */
record Span(long beginNanos, long endNanos) {

    boolean holds(long nanos) {
        return nanos >= beginNanos && nanos <= endNanos;
    }

    double seconds() {
        return (endNanos - beginNanos) / 1e9;
    }
}
