package com.rentwave.facade.hold;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The place of one held request, from its first refusal until its answer; or of one that was done as the fence came, until its
 * answer is let go. To be closed in every case, exactly once counts.
 */
public final class Hold implements AutoCloseable {

    private static final long WAITING = -1;

    private final ApiHolds holds;
    private final long bytes;
    private final long since = System.nanoTime();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long nanosWhenSent = WAITING;

    Hold(ApiHolds holds, long bytes) {
        this.holds = holds;
        this.bytes = bytes;
    }

    /** The request waits (again). */
    public void waits() {
        nanosWhenSent = WAITING;
    }

    /** The request was sent (again); the time until its answer is the backend's, not the hold's. */
    public void sent() {
        nanosWhenSent = System.nanoTime() - since;
    }

    long bytes() {
        return bytes;
    }

    /** When it was first refused, by {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    /** How long it was held before it was last sent; until now while it waits. */
    long nanos() {
        long sent = nanosWhenSent;
        return sent == WAITING ? System.nanoTime() - since : sent;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (nanosWhenSent == WAITING) {
                sent();
            }
            holds.leave(this);
        }
    }
}
