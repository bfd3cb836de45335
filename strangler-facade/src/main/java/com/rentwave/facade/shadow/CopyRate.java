package com.rentwave.facade.shadow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How often reads of one API may be copied: the generic cell rate algorithm (ITU-T I.371), which is a token bucket without
 * a clock that ticks. What may be copied is spread over each second, and a little chance in the gaps keeps the choice from
 * falling into step with clients that ask in a rhythm: it is not always the same kind of read that is copied.
 *
 * <p>The gaps grow with the time that a comparison takes, so that on average no more than so many are under way (Little's
 * law, L = λW): sides that are slow because their users keep them busy are not asked as often as idle ones. The time is
 * an exponentially weighted average. May be asked by several threads; takes no lock.
 */
final class CopyRate {

    /** What was not used may be caught up with, for this long: so many reads at once are all copied. */
    private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(100);

    /**
     * However long comparisons take, there is a next one, which may find that they are fast again. Two that differ take a canary
     * back: of ten a second they are there within 5 s when one read in twenty-five is answered otherwise.
     */
    private static final long LONGEST_GAP = TimeUnit.MILLISECONDS.toNanos(100);

    /** A comparison counts for this part of the average. */
    private static final int PART = 8;

    private final long shortestGap;
    private final long longestGap;
    private final double underWay;
    private final LongSupplier nanos;
    private final DoubleSupplier chance;
    private final AtomicLong due;
    private final AtomicLong average = new AtomicLong();

    /**
     * @param perSecond copies a second, in the long run, at most
     * @param underWay comparisons at a time, on average, at most
     * @param nanos a clock
     * @param chance from 0 to below 1, evenly
     */
    CopyRate(int perSecond, double underWay, LongSupplier nanos, DoubleSupplier chance) {
        this.shortestGap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.longestGap = Math.max(shortestGap, LONGEST_GAP);
        this.underWay = underWay;
        this.nanos = nanos;
        this.chance = chance;
        this.due = new AtomicLong(nanos.getAsLong() - CATCH_UP);
    }

    /** Whether a read that is asked for now may be copied; a yes uses it up. */
    boolean allows() {
        long now = nanos.getAsLong();
        while (true) {
            long expected = due.get();
            if (expected - now > 0) {
                return false;
            }
            long earliest = now - CATCH_UP;
            long next = (expected - earliest > 0 ? expected : earliest) + (long) (gap() * (0.5 + chance.getAsDouble()));
            if (due.compareAndSet(expected, next)) {
                return true;
            }
        }
    }

    /** A read that was allowed is not copied after all. */
    void giveBack() {
        due.addAndGet(-gap());
    }

    /** Tells how long a comparison took, in nanoseconds. */
    void took(long duration) {
        long counted = Math.min(duration, (long) (longestGap * underWay));
        average.updateAndGet(before -> before + (counted - before) / PART);
    }

    private long gap() {
        return Math.max(shortestGap, (long) (average.get() / underWay));
    }
}
