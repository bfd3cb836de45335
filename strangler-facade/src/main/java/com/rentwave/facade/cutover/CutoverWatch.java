package com.rentwave.facade.cutover;

import com.rentwave.sync.thread.RepeatingThread;
import java.time.Duration;
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
    private final RepeatingThread thread = RepeatingThread.every(LOOK, "cutover-runner", this::workOnAll);

    CutoverWatch(CutoverRunner runner) {
        this.runner = runner;
    }

    /** A move was stored; it need not wait for the next look. */
    public void look() {
        thread.wake();
    }

    @Override
    public void start() {
        thread.start();
    }

    private void workOnAll() throws InterruptedException {
        boolean found = true;
        while (found && isRunning()) {
            found = runner.work();
        }
    }

    @Override
    public void stop() {
        runner.stopSoon();
        thread.finish(TIME_TO_FINISH_A_FLIP);
        thread.stop();
        thread.finish(TIME_TO_STOP);
        try {
            runner.stop();
        } catch (RuntimeException e) {
            LOG.info("the lease of the running move was not given back; it ends by itself");
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
