package com.rentwave.service.sync;

import com.rentwave.sync.Applier;
import com.rentwave.sync.ApplierStatus;
import org.springframework.context.SmartLifecycle;

/** Applies the monolith's rows for as long as the service runs, whoever owns the API. */
final class LegacyRows implements SmartLifecycle {

    private final Applier applier;
    private volatile boolean running;

    LegacyRows(Applier applier) {
        this.applier = applier;
    }

    ApplierStatus status() {
        return applier.status();
    }

    @Override
    public void start() {
        applier.start();
        running = true;
    }

    @Override
    public void stop() {
        applier.close();
        running = false;
    }

    /** Before the web server and after it, so that a request in flight can still wait for a position. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
