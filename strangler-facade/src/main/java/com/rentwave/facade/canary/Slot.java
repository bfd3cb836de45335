package com.rentwave.facade.canary;

/** The reads that ended in one second at one side: a count, the failures, and a histogram with four steps an octave. */
final class Slot {

    private static final int STEPS = 4;
    private static final int BUCKETS = 30 * STEPS;

    private final long[] times = new long[BUCKETS];
    private long count;
    private long failures;
    private long stale;

    void add(long micros, boolean success, boolean outdated) {
        count++;
        failures += success ? 0 : 1;
        stale += outdated ? 1 : 0;
        int bucket = (int) (STEPS * Math.log(Math.max(1, micros)) / Math.log(2));
        times[Math.min(bucket, BUCKETS - 1)]++;
    }

    void add(Slot other) {
        count += other.count;
        failures += other.failures;
        stale += other.stale;
        for (int i = 0; i < BUCKETS; i++) {
            times[i] += other.times[i];
        }
    }

    long stale() {
        return stale;
    }

    SideWindow window() {
        return new SideWindow(count, failures, quantile(0.5), quantile(0.99));
    }

    /** The upper bound of the bucket where the share of the reads is reached, in milliseconds. */
    private double quantile(double share) {
        long wanted = (long) Math.ceil(count * share);
        long sum = 0;
        for (int i = 0; i < BUCKETS && wanted > 0; i++) {
            sum += times[i];
            if (sum >= wanted) {
                return Math.round(Math.pow(2, (i + 1.0) / STEPS)) / 1000.0;
            }
        }
        return 0;
    }
}
