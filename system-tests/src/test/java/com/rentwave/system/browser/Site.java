package com.rentwave.system.browser;

import com.rentwave.platform.Login;
import com.rentwave.platform.Platform;
import com.rentwave.workload.seed.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * The RentWave that the browsers visit.
 *
 * @param pages where people go
 * @param clock the one of rentals
 */
record Site(URI pages, MovableClock clock, Login administrator) {

    static Site of(Platform platform) {
        return new Site(
                platform.uri(),
                new MovableClock(platform.clocksOfRentals(), platform.internalToken()),
                platform.administratorLogin());
    }

    /** Lets so many days pass for rentals, or none again. */
    void daysPass(int days) {
        try {
            clock.move(Duration.ofDays(days));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
