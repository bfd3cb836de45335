package com.rentwave.workload.bench;

import java.util.Arrays;

/** Times that were measured, in milliseconds. */
final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    static Quantiles ofNanos(long[] nanos) {
        return of(Arrays.stream(nanos).mapToDouble(one -> one / 1e6).toArray());
    }

    static Quantiles of(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The value that the share does not exceed; 0 when nothing was measured. */
    double at(double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.max(0, Math.min(sorted.length - 1, place))];
    }

    double most() {
        return at(1);
    }
}
