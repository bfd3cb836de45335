package com.rentwave.facade.cutover;

import com.rentwave.sync.thread.RepeatingThread;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prolongs the lease of the move that is worked on. The lease only decides who works, so that somebody does; that two
 * who work at once do no harm is the business of compare-and-set and of the epoch.
 */
final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Cutovers cutovers;
    private final String holder;
    private final Duration length;

    LeaseKeeper(Cutovers cutovers, String holder, Duration length) {
        this.cutovers = cutovers;
        this.holder = holder;
        this.length = length;
    }

    /** Keeps the lease until the result is closed. */
    Kept keep() {
        Kept kept = new Kept();
        kept.beats = RepeatingThread.every(length.dividedBy(4), "cutover-lease", () -> prolong(kept));
        kept.beats.startWithPause();
        return kept;
    }

    private void prolong(Kept kept) {
        long asked = System.nanoTime();
        try {
            if (cutovers.lease(holder, length).isPresent()) {
                kept.prolonged = asked;
            } else {
                kept.held = false;
            }
        } catch (RuntimeException e) {
            LOG.debug("the lease could not be prolonged", e);
        }
    }

    /** A lease that is being kept. */
    final class Kept implements AutoCloseable {
        private volatile boolean held = true;
        private volatile long prolonged = System.nanoTime();
        private RepeatingThread beats;

        /**
         * Whether nobody else took it, as far as is known. After a time without a sign of life in which somebody could
         * have, it is asked for again first.
         */
        boolean isHeld() {
            if (held && System.nanoTime() - prolonged > length.toNanos()) {
                prolong(this);
            }
            return held;
        }

        @Override
        public void close() {
            beats.stop();
        }
    }
}
