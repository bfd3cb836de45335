package com.rentwave.facade.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The circuit breaker of one backend. After several requests in a row without an answer it opens: requests are refused at
 * once instead of each waiting for its own time-out, except for one now and then that finds out whether the backend is
 * back. Until then no more than a bound wait for it.
 */
final class Breaker {

    private static final int IN_A_ROW = 10;
    private static final Duration BETWEEN_TRIALS = Duration.ofMillis(500);

    private final LongSupplier nanos;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile int failed;
    private long nextTrial;

    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a request may be sent now. */
    boolean allows() {
        return failed < IN_A_ROW || tries();
    }

    private synchronized boolean tries() {
        if (failed < IN_A_ROW) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - nextTrial < 0) {
            return false;
        }
        nextTrial = now + BETWEEN_TRIALS.toNanos();
        return true;
    }

    /** Takes a place for a request that waits for the head of its answer; false when there is none. */
    boolean begins(int most) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Gives the place back. */
    void ended() {
        waiting.decrementAndGet();
    }

    void answered() {
        if (failed != 0) {
            forgive();
        }
    }

    private synchronized void forgive() {
        failed = 0;
    }

    synchronized void failed() {
        failed = Math.min(failed + 1, IN_A_ROW);
        if (failed == IN_A_ROW) {
            nextTrial = nanos.getAsLong() + BETWEEN_TRIALS.toNanos();
        }
    }
}
