package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;

/** Guest rooms, as the pages read them. */
final class RoomBodies {

    private RoomBodies() {}

    static DslPart room(boolean available) {
        return newJsonBody(o -> o.integerType("id", 9)
                        .integerType("ownerId", 7)
                        .stringValue("title", "Room with a view")
                        .stringValue("description", "Quiet, high up.")
                        .stringValue("place", "Florence")
                        .stringValue("country", "IT")
                        .numberValue("beds", 2)
                        .numberValue("guests", 3)
                        .array("amenities", a -> a.stringValue("WIFI").stringValue("BREAKFAST"))
                        .numberValue("pricePerDay", 6000)
                        .numberValue("lateFeePerDay", 2000)
                        .stringValue("currency", "EUR")
                        .numberValue("minDays", 1)
                        .numberValue("maxDays", 30)
                        .booleanValue("available", available))
                .build();
    }
}
