package com.rentwave.facade.canary;

import java.util.Map;
import java.util.TreeMap;

/**
 * The reads that ended in one second at one side: a count, the failures by what they were, and a histogram with four steps
 * an octave.
 */
final class Slot {

    private static final int STEPS = 4;
    private static final int BUCKETS = 30 * STEPS;

    /** So many slow ones are a hiccup. */
    private static final int TOO_FEW = 2;

    private final long[] times = new long[BUCKETS];
    private final Map<String, Long> failures = new TreeMap<>();
    private long count;
    private long stale;

    /** @param failure what kept it from an answer; null when nothing did */
    void add(long micros, String failure, boolean outdated) {
        count++;
        if (failure != null) {
            failures.merge(failure, 1L, Long::sum);
        }
        stale += outdated ? 1 : 0;
        int bucket = (int) (STEPS * Math.log(Math.max(1, micros)) / Math.log(2));
        times[Math.min(bucket, BUCKETS - 1)]++;
    }

    void add(Slot other) {
        count += other.count;
        other.failures.forEach((failure, many) -> failures.merge(failure, many, Long::sum));
        stale += other.stale;
        for (int i = 0; i < BUCKETS; i++) {
            times[i] += other.times[i];
        }
    }

    long stale() {
        return stale;
    }

    /** What most of those that failed have in common; null when none did. */
    String failure() {
        return failures.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    SideWindow window() {
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        return new SideWindow(count, failed, quantile(0.5), quantile(0.99));
    }

    /** The upper bound of the bucket where the share of the reads is reached, in milliseconds. */
    private double quantile(double share) {
        long wanted = Math.max(1, Math.min((long) Math.ceil(count * share), count - TOO_FEW));
        long sum = 0;
        for (int i = 0; i < BUCKETS && count > 0; i++) {
            sum += times[i];
            if (sum >= wanted) {
                return Math.round(Math.pow(2, (i + 1.0) / STEPS)) / 1000.0;
            }
        }
        return 0;
    }
}
