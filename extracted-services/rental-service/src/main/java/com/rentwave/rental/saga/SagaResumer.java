package com.rentwave.rental.saga;

import com.rentwave.service.process.Alarm;
import com.rentwave.service.process.Timer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Goes on with sagas that nobody has finished: those of a process that died, and those the wallet could not be asked about.
 * Never gives up; a person learns of what takes long. May run in several processes at once.
 */
@Component
class SagaResumer extends Timer implements Alarm {

    private static final int AT_ONCE = 100;

    private final SagaRunner runner;

    SagaResumer(SagaRunner runner, SagaProperties properties) {
        super("saga-resumer", properties.pause());
        this.runner = runner;
    }

    @Override
    public Optional<String> text() {
        int stuck = runner.stuck();
        return stuck == 0
                ? Optional.empty()
                : Optional.of("sagas that wait for the wallet, which was asked in vain many times: " + stuck);
    }

    @Override
    protected void work() {
        for (UUID id : runner.due(AT_ONCE)) {
            if (!runner.runDue(id)) {
                return;
            }
        }
    }
}
