package com.rentwave.workload.load;

import com.rentwave.platform.Health;
import com.rentwave.platform.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** A part whose process and health are what the test says. */
final class MortalPart implements Part {

    private volatile OptionalLong pid = OptionalLong.empty();
    private volatile Health health = Health.healthy();

    MortalPart runsAs(long process) {
        pid = OptionalLong.of(process);
        return this;
    }

    MortalPart dies() {
        pid = OptionalLong.empty();
        return this;
    }

    MortalPart is(Health now) {
        health = now;
        return this;
    }

    @Override
    public String name() {
        return "cdc";
    }

    @Override
    public OptionalLong pid() {
        return pid;
    }

    @Override
    public boolean isAlive() {
        return pid.isPresent();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public int port() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant startedAt() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duration start() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duration stop() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException();
    }
}
