package com.rentwave.service.process;

import com.rentwave.sync.thread.RepeatingThread;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Something that a service does again and again from its start to its end, in a thread of its own. */
public abstract class Timer implements SmartLifecycle {

    private final RepeatingThread thread;

    /** @param every the pause after each time */
    protected Timer(String name, Duration every) {
        thread = RepeatingThread.every(every, name, this::work);
    }

    /** Does it once; a failure is logged, and the next time comes all the same. */
    protected abstract void work();

    @Override
    public void start() {
        thread.start();
    }

    /** The start of what is not to be done at once. */
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
