package com.rentwave.workload.load;

import java.util.concurrent.TimeUnit;

/**
 * Lets one client work at a steady rate. After a stall it catches up, but for no more than a second: a held request must
 * not be followed by a flood that no user would make.
 */
final class Pace {

    private static final long LONGEST_DEBT = TimeUnit.SECONDS.toNanos(1);

    private final long periodNanos;
    private long next;

    Pace(double perSecond, double phase) {
        this.periodNanos = (long) (1e9 / perSecond);
        this.next = System.nanoTime() + (long) (periodNanos * phase);
    }

    void await() throws InterruptedException {
        long now = System.nanoTime();
        if (next > now) {
            TimeUnit.NANOSECONDS.sleep(next - now);
        }
        next = Math.max(next, now - LONGEST_DEBT) + periodNanos;
    }
}
