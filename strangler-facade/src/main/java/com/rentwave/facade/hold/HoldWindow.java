package com.rentwave.facade.hold;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts the requests of one API that were held at some time between its opening and its closing, and for how long; open one
 * before a fence. A request counts once, however often it was refused.
 */
public final class HoldWindow implements AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Consumer<HoldWindow> onClose;
    private final Set<Hold> running = new HashSet<>();
    private final SortedMap<Long, Long> ended = new TreeMap<>();
    private long held;
    private long firstNanos;
    private long lastNanos;

    HoldWindow(Consumer<HoldWindow> onClose) {
        this.onClose = onClose;
    }

    synchronized void began(Hold hold) {
        if (running.add(hold)) {
            firstNanos = held == 0 ? hold.since() : Math.min(firstNanos, hold.since());
            held++;
        }
    }

    synchronized void ended(Hold hold) {
        if (running.remove(hold)) {
            long until = hold.since() + hold.nanos();
            lastNanos = ended.isEmpty() ? until : Math.max(lastNanos, until);
            count(ended, hold);
        }
    }

    private static void count(SortedMap<Long, Long> times, Hold hold) {
        times.merge((hold.nanos() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI, 1L, Long::sum);
    }

    /** The figures so far, requests that are still held included. */
    public synchronized HoldSummary summary() {
        if (held == 0) {
            return HoldSummary.NONE;
        }
        SortedMap<Long, Long> times = new TreeMap<>(ended);
        running.forEach(hold -> count(times, hold));
        List<HoldTime> counted = times.entrySet().stream()
                .map(time -> new HoldTime(time.getKey(), time.getValue()))
                .toList();
        long now = System.nanoTime();
        return new HoldSummary(
                held,
                times.lastKey(),
                counted,
                Duration.ofNanos(now - firstNanos),
                running.isEmpty() ? Duration.ofNanos(now - lastNanos) : Duration.ZERO);
    }

    /** Stops counting; the figures stay. */
    @Override
    public void close() {
        onClose.accept(this);
    }
}
