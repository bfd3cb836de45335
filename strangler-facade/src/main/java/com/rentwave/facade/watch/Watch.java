package com.rentwave.facade.watch;

import com.rentwave.sync.thread.RepeatingThread;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Looks at something again and again from the facade's start to its end, in a thread of its own. */
public abstract class Watch implements SmartLifecycle {

    private final RepeatingThread thread;

    /** @param pause the one after a look that failed */
    protected Watch(String name, Duration pause) {
        thread = RepeatingThread.paced(pause, name, this::look);
    }

    /**
     * Looks once; a failure is logged, and the next look comes all the same.
     *
     * @return the pause until then
     */
    protected abstract Duration look() throws InterruptedException;

    @Override
    public void start() {
        thread.start();
    }

    /** The start of what need not look at once. */
    protected final void startWithPause() {
        thread.startWithPause();
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
