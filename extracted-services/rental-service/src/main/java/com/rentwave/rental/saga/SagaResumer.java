package com.rentwave.rental.saga;

import com.rentwave.service.process.Alarm;
import com.rentwave.sync.thread.RepeatingThread;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on with sagas that nobody has finished: those of a process that died, and those the wallet could not be asked about.
 * Never gives up; a person learns of what takes long. May run in several processes at once.
 */
@Component
class SagaResumer implements SmartLifecycle, Alarm {

    private static final int AT_ONCE = 100;

    private final SagaRunner runner;
    private final RepeatingThread thread;

    SagaResumer(SagaRunner runner, SagaProperties properties) {
        this.runner = runner;
        this.thread = RepeatingThread.every(properties.pause(), "saga-resumer", this::look);
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
        thread.start();
    }

    private void look() {
        for (UUID id : runner.due(AT_ONCE)) {
            if (!runner.runDue(id)) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
