package com.rentwave.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** One process of RentWave. Safe to use while other threads, or another command, look at the same part. */
public interface Part {

    /** The name people type. */
    String name();

    /** The port by which it is known. */
    int port();

    /** Its process number while it runs. */
    OptionalLong pid();

    /** Whether the process runs, healthy or not. */
    boolean isAlive();

    /** Whether it can do its work, and why not. */
    Health health();

    default boolean isHealthy() {
        return health().isHealthy();
    }

    /** Since when it runs; the epoch when it does not. */
    Instant startedAt();

    /** Starts it unless it runs, and returns when it is healthy. @return how long that took */
    Duration start();

    /** Asks it to end, waits, and ends it the hard way when it does not. @return how long that took */
    Duration stop();

    /** Ends it at once, without a chance to tidy up (SIGKILL), and returns when it is gone. */
    void kill();
}
