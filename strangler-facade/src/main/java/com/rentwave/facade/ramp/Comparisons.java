package com.rentwave.facade.ramp;

import com.rentwave.facade.canary.Compared;
import com.rentwave.facade.shadow.Tally;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What this facade compared of one API since a moment, and lately. A canary that has lasted for days is not to be excused by
 * them. How far back "lately" reaches is as exact as this is asked often.
 */
final class Comparisons {

    private static final long BETWEEN_MARKS = Duration.ofMillis(200).toNanos();

    private final Supplier<Tally> total;
    private final long window;
    private final LongSupplier nanos;
    private final Tally beginning;
    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(long nanos, Tally total) {}

    /** @param total what was compared ever; the counting begins with what it is now */
    Comparisons(Supplier<Tally> total, Duration window, LongSupplier nanos) {
        this.total = total;
        this.window = window.toNanos();
        this.nanos = nanos;
        this.beginning = total.get();
        marks.add(new Mark(nanos.getAsLong(), beginning));
    }

    Compared ever() {
        return compared(beginning);
    }

    /** Within the window. */
    synchronized Compared lately() {
        long now = nanos.getAsLong();
        if (now - marks.getLast().nanos() >= BETWEEN_MARKS) {
            marks.add(new Mark(now, total.get()));
        }
        while (marks.size() > 1 && now - marks.getFirst().nanos() > window) {
            marks.removeFirst();
        }
        return compared(marks.getFirst().total());
    }

    private Compared compared(Tally since) {
        Tally found = total.get().minus(since);
        return new Compared(found.samples(), found.mismatched(), found.unanswered());
    }
}
