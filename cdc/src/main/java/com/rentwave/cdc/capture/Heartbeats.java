package com.rentwave.cdc.capture;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes small messages into the logs of captured databases, so that the watermark on the other side passes commits that
 * touch no row of an API, and so that nothing keeps old log files. When it does so {@link Pulse} decides; it is fast only
 * while somebody may be waiting, because every message costs a transaction in Kafka and one on the other side.
 */
public final class Heartbeats implements AutoCloseable {

    private static final long LONGEST_SLEEP_MILLIS = 250;

    private final List<Pulse> pulses;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);

    public Heartbeats(List<Capture> captures) {
        this.pulses = captures.stream().map(Pulse::new).toList();
        captures.forEach(capture -> capture.onRows(woken::release));
        this.thread = new Thread(this::run, "rentwave-heartbeats");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        woken.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            long sleep = 0;
            while (closing.getCount() > 0) {
                if (woken.tryAcquire(sleep, TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
                sleep = LONGEST_SLEEP_MILLIS;
                for (Pulse pulse : pulses) {
                    sleep = Math.min(sleep, pulse.look(System.nanoTime()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pulses.forEach(Pulse::disconnect);
        }
    }
}
