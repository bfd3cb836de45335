package com.rentwave.facade.cutover;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prolongs the lease of the move that is worked on. The lease only decides who works, so that somebody does; that two
 * who work at once do no harm is the business of compare-and-set and of the epoch.
 */
final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Cutovers cutovers;
    private final String holder;
    private final Duration length;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "cutover-lease");
        thread.setDaemon(true);
        return thread;
    });

    LeaseKeeper(Cutovers cutovers, String holder, Duration length) {
        this.cutovers = cutovers;
        this.holder = holder;
        this.length = length;
    }

    /** Keeps the lease until the result is closed. */
    Kept keep() {
        Kept kept = new Kept();
        kept.beat = clock.scheduleAtFixedRate(
                () -> prolong(kept), length.toMillis() / 4, length.toMillis() / 4, TimeUnit.MILLISECONDS);
        return kept;
    }

    private void prolong(Kept kept) {
        try {
            if (cutovers.lease(holder, length).isEmpty()) {
                kept.held = false;
            }
        } catch (RuntimeException e) {
            LOG.debug("the lease could not be prolonged", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A lease that is being kept. */
    static final class Kept implements AutoCloseable {
        private volatile boolean held = true;
        private ScheduledFuture<?> beat;

        /** Whether nobody else took it, as far as is known. */
        boolean isHeld() {
            return held;
        }

        @Override
        public void close() {
            beat.cancel(false);
        }
    }
}
