package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;

/** Rentals, as the pages read them. */
final class RentalBodies {

    private RentalBodies() {}

    static LambdaDslObject rental(LambdaDslObject o) {
        return rental(o, 0, 0);
    }

    /** By one day. */
    static LambdaDslObject late(LambdaDslObject o) {
        return rental(o, 1, 2000);
    }

    private static LambdaDslObject rental(LambdaDslObject o, int lateDays, int lateFees) {
        return o.integerType("id", 5)
                .object("item", i -> i.stringValue("type", "vehicle")
                        .integerType("id", 17)
                        .stringValue("title", "Skoda Octavia Combi"))
                .integerType("renterId", 7)
                .integerType("ownerId", 8)
                .numberValue("days", 2)
                .numberValue("price", 9000)
                .numberValue("lateFeePerDay", 2000)
                .stringValue("currency", "EUR")
                .numberValue("lateDays", lateDays)
                .numberValue("lateFees", lateFees)
                .stringMatcher("createdAt", TIME_FORM, TIME);
    }

    static LambdaDslObject booked(LambdaDslObject o) {
        return rental(o)
                .stringValue("from", "2090-03-01")
                .stringValue("to", "2090-03-03")
                .stringValue("status", "ACTIVE")
                .nullValue("returnedAt")
                .nullValue("cancelledAt");
    }
}
