package com.rentwave.workload.demo;

import com.rentwave.workload.rows.ImportProgress;

/** Hears how a demonstration goes. */
public interface DemoListener {

    /** Nobody listens. */
    DemoListener NONE = new DemoListener() {};

    /** Something begins or has ended; a sentence. */
    default void tell(String sentence) {}

    /** The load is on. */
    default void running(long requests, String phase) {}

    default void flipped(Flip flip) {}

    /** The load was on for a while and nothing moved; times by {@link System#nanoTime()}. */
    default void rested(long beginNanos, long endNanos) {}

    default ImportProgress importing() {
        return ImportProgress.NONE;
    }

    /** A line of the contract verification. */
    default void verification(String line) {}
}
