package com.rentwave.workload.load;

import java.net.URI;
import java.time.Duration;

/**
 * A load.
 *
 * @param api public address
 * @param clients number of clients; every other one is like a browser, the rest like programs
 * @param vehiclesEach vehicles each client offers before the load begins
 * @param writesPerSecond of all clients together
 * @param readsPerSecond of all clients together
 * @param patience how long one request is repeated while RentWave is not available
 * @param seed of the random choices
 */
public record LoadSettings(
        URI api,
        int clients,
        int vehiclesEach,
        double writesPerSecond,
        double readsPerSecond,
        Duration patience,
        long seed) {

    public LoadSettings {
        if (clients < 2 || vehiclesEach < 4 || writesPerSecond <= 0 || readsPerSecond < 0) {
            throw new IllegalArgumentException(
                    "a load needs at least 2 clients with 4 vehicles each, and more than 0 writes per second");
        }
    }

    /** 20 clients, 100 writes and 100 reads a second. */
    public static LoadSettings of(URI api) {
        return new LoadSettings(api, 20, 8, 100, 100, Duration.ofSeconds(60), System.nanoTime());
    }
}
