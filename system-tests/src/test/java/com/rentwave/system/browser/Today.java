package com.rentwave.system.browser;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** The day it is for everybody. */
final class Today {

    private static final LocalTime TOO_LATE = LocalTime.of(23, 57);

    private Today() {}

    /** Waits for the next day when this one is nearly over. */
    static void withTimeLeft() {
        await("midnight").atMost(Duration.ofMinutes(5)).until(() -> LocalTime.now(Clock.systemUTC())
                .isBefore(TOO_LATE));
    }

    /** So many days from today. */
    static LocalDate plus(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days);
    }
}
