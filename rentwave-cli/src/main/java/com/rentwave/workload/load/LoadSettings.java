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
 * @param rentals share of the requests that are about rentals first of all, from 0 (a few are anyway) to 1
 * @param patience how long one request is repeated while RentWave is not available
 * @param seed of the random choices
 */
public record LoadSettings(
        URI api,
        int clients,
        int vehiclesEach,
        double writesPerSecond,
        double readsPerSecond,
        double rentals,
        Duration patience,
        long seed) {

    public LoadSettings {
        if (clients < 2
                || vehiclesEach < 4
                || writesPerSecond <= 0
                || readsPerSecond < 0
                || !(rentals >= 0 && rentals <= 1)) {
            throw new IllegalArgumentException(
                    "a load needs at least 2 clients with 4 vehicles each, more than 0 writes per second, and a share of rentals");
        }
    }

    /** 20 clients, 100 writes and 100 reads a second. */
    public static LoadSettings of(URI api) {
        return new LoadSettings(api, 20, 8, 100, 100, 0, Duration.ofSeconds(60), System.nanoTime());
    }
}
