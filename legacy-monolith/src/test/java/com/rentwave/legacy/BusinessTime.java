package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;

import com.rentwave.legacy.Call.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Moves the business clock, for everybody who uses the database. The tests' days begin at noon, so that nobody sees a midnight
 * that no test has asked for.
 */
final class BusinessTime {

    private static final Duration TO_NOON = toNoon(LocalDateTime.now(Clock.systemUTC()));

    private BusinessTime() {}

    private static Duration toNoon(LocalDateTime now) {
        return Duration.between(now, now.with(LocalTime.NOON)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The day it is for rentals. */
    static LocalDate today() {
        Reply reply = call("GET", "/internal/clock")
                .header("Authorization", "Bearer " + RunningMonolith.INTERNAL_TOKEN)
                .send();
        return LocalDate.parse(reply.member("now").substring(0, 10));
    }

    /** How far the clock is from the real one, so many days after the first. */
    static Duration offset(int days) {
        return TO_NOON.plusDays(days);
    }

    /** So many days after the first. When this returns, whatever is late by then is charged. */
    static void moveTo(int days) {
        Reply reply = moving(days).send();
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.body());
        }
    }

    static void reset() {
        moveTo(0);
    }

    static Call moving(int days) {
        return moving(offset(days).toString());
    }

    static Call moving(String offset) {
        return call("PUT", "/internal/clock")
                .header("Authorization", "Bearer " + RunningMonolith.INTERNAL_TOKEN)
                .json("{\"offset\":\"" + offset + "\"}");
    }
}
