package com.rentwave.workload.seed;

import java.net.URI;
import java.util.Optional;

/**
 * Where to seed.
 *
 * @param api the public address of RentWave
 * @param password of everybody who is made
 * @param clock makes a past possible; without it there are only rentals of today and later
 */
public record SeedSettings(URI api, String password, Optional<MovableClock> clock) {

    @Override
    public String toString() {
        return api.toString();
    }
}
