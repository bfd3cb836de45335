package com.rentwave.rental.saga;

import com.rentwave.service.process.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on with sagas that nobody has finished: those of a process that died, and those the wallet could not be asked about.
 * Never gives up; a person learns of what takes long. May run in several processes at once.
 */
@Component
class SagaResumer implements SmartLifecycle, Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(SagaResumer.class);
    private static final int AT_ONCE = 100;

    private final SagaRunner runner;
    private final long pause;
    private ScheduledExecutorService timer;

    SagaResumer(SagaRunner runner, SagaProperties properties) {
        this.runner = runner;
        this.pause = properties.pause().toMillis();
    }

    @Override
    public Optional<String> text() {
        int stuck = runner.stuck();
        return stuck == 0
                ? Optional.empty()
                : Optional.of("sagas that wait for the wallet, which was asked in vain many times: " + stuck);
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "saga-resumer");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::tick, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** Must not throw, or the timer would stop. */
    private void tick() {
        try {
            List<UUID> due = runner.due(AT_ONCE);
            for (UUID id : due) {
                if (!runner.runDue(id)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("sagas: the next look tries again: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return timer != null && !timer.isShutdown();
    }
}
