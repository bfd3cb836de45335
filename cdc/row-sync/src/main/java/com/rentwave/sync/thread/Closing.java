package com.rentwave.sync.thread;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What somebody is told, once and for ever, whose thread works in rounds: that there is to be no further one. */
public final class Closing {

    private final CountDownLatch begun = new CountDownLatch(1);

    public void begin() {
        begun.countDown();
    }

    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Waits between two rounds, no longer than until the closing begins. An interruption begins it. */
    public void pause(Duration time) {
        try {
            begun.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            begin();
        }
    }
}
