package com.rentwave.facade.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** One second's counts, and a histogram of its times with eight steps an octave: at most 12.5 % too high. */
final class Second {

    private static final int STEP_BITS = 3;
    private static final int STEPS = 1 << STEP_BITS;
    /** The last bucket begins above four minutes. */
    private static final int BUCKETS = 26 * STEPS;

    private final long number;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicIntegerArray times = new AtomicIntegerArray(BUCKETS);

    Second(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    void add(boolean write, boolean failed, long micros) {
        (write ? writes : reads).incrementAndGet();
        if (failed) {
            failures.incrementAndGet();
        }
        times.incrementAndGet(bucket(micros));
    }

    void add(Second other) {
        reads.addAndGet(other.reads.get());
        writes.addAndGet(other.writes.get());
        failures.addAndGet(other.failures.get());
        for (int i = 0; i < BUCKETS; i++) {
            int count = other.times.get(i);
            if (count != 0) {
                times.addAndGet(i, count);
            }
        }
    }

    TrafficPoint point() {
        return new TrafficPoint(reads.get(), writes.get(), failures.get(), quantile(0.5), quantile(0.99));
    }

    /** Below eight every value has a bucket; above, the three bits after the first one tell the step in the octave. */
    static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) Math.max(0, micros);
        }
        int shift = Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(micros);
        return Math.min(BUCKETS - 1, (shift + 1) * STEPS + (int) (micros >>> shift) - STEPS);
    }

    /** The first value above a bucket, in microseconds. */
    static long above(int bucket) {
        int shift = Math.max(0, bucket / STEPS - 1);
        long step = bucket < STEPS ? bucket : STEPS + bucket % STEPS;
        return (step + 1) << shift;
    }

    /** In milliseconds; null when nothing was counted. */
    private Double quantile(double share) {
        long count = 0;
        for (int i = 0; i < BUCKETS; i++) {
            count += times.get(i);
        }
        long wanted = (long) Math.ceil(count * share);
        long sum = 0;
        for (int i = 0; i < BUCKETS && wanted > 0; i++) {
            sum += times.get(i);
            if (sum >= wanted) {
                return above(i) / 1000.0;
            }
        }
        return null;
    }
}
