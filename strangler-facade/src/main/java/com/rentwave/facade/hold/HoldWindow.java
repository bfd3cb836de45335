package com.rentwave.facade.hold;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Counts the requests of one API that were held at some time between its opening and its closing; open one before a
 * fence. A request counts once, however often it was refused.
 */
public final class HoldWindow implements AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Consumer<HoldWindow> onClose;
    private final Set<Hold> running = new HashSet<>();
    private long held;
    private long longestNanos;

    HoldWindow(Consumer<HoldWindow> onClose) {
        this.onClose = onClose;
    }

    synchronized void began(Hold hold) {
        if (running.add(hold)) {
            held++;
        }
    }

    synchronized void ended(Hold hold) {
        if (running.remove(hold)) {
            longestNanos = Math.max(longestNanos, hold.nanos());
        }
    }

    /** The figures so far, requests that are still held included. */
    public synchronized HoldSummary summary() {
        long longest = longestNanos;
        for (Hold hold : running) {
            longest = Math.max(longest, hold.nanos());
        }
        return new HoldSummary(held, (longest + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }

    /** Stops counting; the figures stay. */
    @Override
    public void close() {
        onClose.accept(this);
    }
}
