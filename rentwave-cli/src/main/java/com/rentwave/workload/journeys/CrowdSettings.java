package com.rentwave.workload.journeys;

import java.net.URI;
import java.time.Duration;

/**
 * How a crowd behaves.
 *
 * @param api the public address of RentWave
 * @param users how many are there at the same time
 * @param length how long they stay
 * @param shortestThought how long a user thinks at least between two requests
 * @param longestThought and at most
 * @param seed the same crowd for the same seed, but with accounts of its own each time
 */
public record CrowdSettings(
        URI api, int users, Duration length, Duration shortestThought, Duration longestThought, long seed) {

    /** People think one to three seconds. */
    public static CrowdSettings of(URI api, int users, Duration length) {
        return new CrowdSettings(api, users, length, Duration.ofSeconds(1), Duration.ofSeconds(3), 1);
    }
}
