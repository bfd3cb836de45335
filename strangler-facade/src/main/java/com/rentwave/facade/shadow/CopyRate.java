package com.rentwave.facade.shadow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How often reads of one API may be copied: the generic cell rate algorithm (ITU-T I.371), which is a token bucket without
 * a clock that ticks. What may be copied is spread over each second, and a little chance in the gaps keeps the choice from
 * falling into step with clients that ask in a rhythm: it is not always the same kind of read that is copied. May be asked
 * by several threads; takes no lock.
 */
final class CopyRate {

    /** What was not used may be caught up with, for this long: so many reads at once are all copied. */
    private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(100);

    private final long gap;
    private final LongSupplier nanos;
    private final DoubleSupplier chance;
    private final AtomicLong due;

    /**
     * @param perSecond copies a second, in the long run
     * @param nanos a clock
     * @param chance from 0 to below 1, evenly
     */
    CopyRate(int perSecond, LongSupplier nanos, DoubleSupplier chance) {
        this.gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
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
            long next = (expected - earliest > 0 ? expected : earliest) + (long) (gap * (0.5 + chance.getAsDouble()));
            if (due.compareAndSet(expected, next)) {
                return true;
            }
        }
    }
}
