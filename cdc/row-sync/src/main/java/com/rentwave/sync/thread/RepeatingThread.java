package com.rentwave.sync.thread;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that does the same work over and over, with a pause after each time, until it is stopped; it can be
 * started again. Work that fails is logged, once until it fails in another way, and done again after its pause.
 */
public final class RepeatingThread {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatingThread.class);

    /** What is done each time; an interruption ends the thread. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /** Work that says how long to pause after it. */
    @FunctionalInterface
    public interface PacedWork {
        Duration run() throws InterruptedException;
    }

    private final String name;
    private final Duration pause;
    private final PacedWork work;
    private final Semaphore woken = new Semaphore(0);
    private volatile Thread thread;
    private volatile boolean running;
    private String failure;

    private RepeatingThread(String name, Duration pause, PacedWork work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** With the same pause after each time. */
    public static RepeatingThread every(Duration pause, String name, Work work) {
        return new RepeatingThread(name, pause, () -> {
            work.run();
            return pause;
        });
    }

    /** With the pause that the work asks for, or {@code pause} when it failed. */
    public static RepeatingThread paced(Duration pause, String name, PacedWork work) {
        return new RepeatingThread(name, pause, work);
    }

    /** Begins with the work. */
    public void start() {
        start(Duration.ZERO);
    }

    /** Begins with a pause. */
    public void startWithPause() {
        start(pause);
    }

    private void start(Duration first) {
        Thread started = new Thread(() -> repeat(first), name);
        started.setDaemon(true);
        woken.drainPermits();
        thread = started;
        running = true;
        started.start();
    }

    /** Ends the present pause, or the one after the present work. */
    public void wake() {
        woken.release();
    }

    /** Whether it was started and not stopped. */
    public boolean isRunning() {
        return running;
    }

    /** Lets no more work begin and interrupts what is being done; does not wait. */
    public void stop() {
        running = false;
        Thread stopped = thread;
        if (stopped != null) {
            stopped.interrupt();
        }
    }

    /** Lets no more work begin and waits for what is being done, at most for {@code limit}; interrupts nothing. */
    public void finish(Duration limit) {
        running = false;
        wake();
        try {
            Thread last = thread;
            if (last != null) {
                TimeUnit.NANOSECONDS.timedJoin(last, limit.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Duration first) {
        try {
            pause(first);
            while (running && thread == Thread.currentThread()) {
                pause(once());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    private Duration once() throws InterruptedException {
        try {
            Duration next = work.run();
            failure = null;
            return next;
        } catch (RuntimeException e) {
            if (!e.toString().equals(failure)) {
                failure = e.toString();
                LOG.warn("{}: it failed, and is tried again in {} ms", name, pause.toMillis(), e);
            }
            return pause;
        }
    }
}
