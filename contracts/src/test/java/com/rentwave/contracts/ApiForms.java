package com.rentwave.contracts;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.util.Map;

/** What every consumer of the API reads alike. What each of them relies on besides stands in its own tests. */
public final class ApiForms {

    public static final String ETAG = "\"0-2y8bn3x2mo\"";
    public static final String ETAG_FORM = "\"\\d+-[0-9a-z]+\"";
    public static final String CHANGED_ETAG = "\"1-2y8bn3x2mo\"";
    public static final String CHANGED_ETAG_FORM = "\"1-[0-9a-z]+\"";
    public static final String TIME = "2026-11-20T09:00:00.123456Z";
    public static final String TIME_FORM = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
    public static final Map<String, String> JSON_TYPE = Map.of("Content-Type", "application/json");

    private ApiForms() {}

    /** A refusal: what a program tells apart, and a sentence for people. */
    public static LambdaDslObject problem(LambdaDslObject p, String name, int status) {
        return p.stringValue("type", "urn:rentwave:problem:" + name)
                .numberValue("status", status)
                .stringType("detail", "A sentence for a person.");
    }

    /** What somebody has sent of the sample, but its terms. */
    public static LambdaDslObject vehicle(LambdaDslObject o) {
        return o.integerType("id", 17)
                .integerType("ownerId", 7)
                .stringValue("make", "Skoda")
                .stringValue("model", "Octavia Combi")
                .numberValue("year", 2021)
                .stringValue("sizeClass", "WAGON")
                .numberValue("seats", 5)
                .numberValue("bootLitres", 640)
                .stringValue("transmission", "MANUAL")
                .stringValue("fuel", "DIESEL")
                .stringValue("drive", "FRONT")
                .object("attributes", a -> a.stringValue("colour", "red").stringValue("tow bar", "yes"));
    }
}
