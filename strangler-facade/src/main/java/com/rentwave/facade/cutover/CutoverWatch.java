package com.rentwave.facade.cutover;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for a move to work on: at once when one was asked for here, and every quarter second for one whose coordinator
 * is gone, from the moment the facade starts.
 */
@Component
public class CutoverWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CutoverWatch.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TIME_TO_FINISH_A_FLIP = Duration.ofSeconds(5);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(2);

    private final CutoverRunner runner;
    private final Semaphore asked = new Semaphore(0);
    private volatile Thread thread;
    private String trouble;

    CutoverWatch(CutoverRunner runner) {
        this.runner = runner;
    }

    /** A move was stored; it need not wait for the next look. */
    public void look() {
        asked.release();
    }

    @Override
    public void start() {
        Thread started = new Thread(this::watch, "cutover-runner");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    private void watch() {
        while (isRunning()) {
            try {
                if (!runner.work()) {
                    asked.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    asked.drainPermits();
                }
                trouble = null;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                report(e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void report(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (!message.equals(trouble)) {
            trouble = message;
            LOG.warn("moves cannot be worked on, trying again: {}", message, e);
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(LOOK.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped == null) {
            return;
        }
        try {
            runner.stopSoon();
            asked.release();
            stopped.join(TIME_TO_FINISH_A_FLIP.toMillis());
            stopped.interrupt();
            stopped.join(TIME_TO_STOP.toMillis());
            runner.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.info("the lease of the running move was not given back; it ends by itself");
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
