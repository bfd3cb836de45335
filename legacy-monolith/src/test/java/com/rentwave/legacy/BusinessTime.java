package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;

import com.rentwave.legacy.Call.Reply;
import java.time.LocalDate;

/** Moves the business clock, for everybody who uses the database. */
final class BusinessTime {

    private BusinessTime() {}

    /** The day it is for rentals. */
    static LocalDate today() {
        Reply reply = call("GET", "/internal/clock")
                .header("Authorization", "Bearer " + RunningMonolith.INTERNAL_TOKEN)
                .send();
        return LocalDate.parse(reply.member("now").substring(0, 10));
    }

    /** So many days from the real one. When this returns, whatever is late by then is charged. */
    static void moveTo(int days) {
        Reply reply = moving("P" + days + "D").send();
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.body());
        }
    }

    static void reset() {
        moveTo(0);
    }

    static Call moving(String offset) {
        return call("PUT", "/internal/clock")
                .header("Authorization", "Bearer " + RunningMonolith.INTERNAL_TOKEN)
                .json("{\"offset\":\"" + offset + "\"}");
    }
}
