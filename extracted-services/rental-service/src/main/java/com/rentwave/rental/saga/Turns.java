package com.rentwave.rental.saga;

import com.rentwave.sync.Pause;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a renting wait for another one that stands in its way: of the same thing, or of the same request. It waits without a
 * connection of the database, and only a few do at a time, so that others are still answered.
 */
@Component
public class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int PLACES = 32;

    private final SagaRunner runner;
    private final Duration longest;
    private final Semaphore places = new Semaphore(PLACES);

    Turns(SagaRunner runner, SagaProperties properties) {
        this.runner = runner;
        this.longest = properties.turn();
    }

    /**
     * Rents, again as often as another renting stood in the way and has ended meanwhile; who is overtaken begins again, because
     * nothing of what he began will happen.
     *
     * @throws UnderWay when the other one takes too long
     * @throws Overtaken when that happens for too long
     */
    public <T> T take(Supplier<T> renting) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                return renting.get();
            } catch (UnderWay e) {
                if (!awaitDecision(e.saga(), end)) {
                    throw e;
                }
            } catch (Overtaken e) {
                LOG.info("renting: {}", e.getMessage());
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** Clears up when nobody is at it any more. */
    private boolean awaitDecision(UUID saga, long end) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            while (runner.isInHand(saga)) {
                if (System.nanoTime() > end || !Pause.of(PAUSE)) {
                    return false;
                }
            }
            runner.runDue(saga);
            return true;
        } finally {
            places.release();
        }
    }
}
