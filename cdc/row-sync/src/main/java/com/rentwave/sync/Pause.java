package com.rentwave.sync;

import java.time.Duration;

/** A short rest between two looks at something that somebody else brings about. */
public final class Pause {

    private Pause() {}

    /** @return false when the thread was interrupted: then there should be no more looks */
    public static boolean of(Duration length) {
        try {
            Thread.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
