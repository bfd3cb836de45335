package com.rentwave.contracts;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;

/** The bodies of the vehicles API as the pages expect them. */
final class VehicleBodies {

    /** Fields sorted, as they are in the pact file: the same bytes wherever it is sent from. */
    static final String SAMPLE = sample();

    private static final String TIME_FORM = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
    private static final String TIME = "2026-11-20T09:00:00.123456Z";

    private VehicleBodies() {}

    static DslPart vehicle() {
        return vehicle(o -> o.booleanType("available", true));
    }

    static DslPart vehicle(Consumer<LambdaDslJsonBody> available) {
        return newJsonBody(o -> {
                    fields(o, 4500);
                    available.accept(o);
                })
                .build();
    }

    /** All but whether it is available: what was sent, and what the provider adds. */
    static void fields(LambdaDslObject o, long pricePerDay) {
        o.integerType("id", 17)
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
                .object("attributes", a -> a.stringValue("colour", "red").stringValue("tow bar", "yes"))
                .numberValue("pricePerDay", pricePerDay)
                .numberValue("lateFeePerDay", 2000)
                .stringValue("currency", "EUR")
                .numberValue("minDays", 1)
                .numberValue("maxDays", 14)
                .stringMatcher("createdAt", TIME_FORM, TIME)
                .stringMatcher("updatedAt", TIME_FORM, TIME)
                .integerType("version", 0);
    }

    static DslPart problem(String name, String title, int status, Consumer<LambdaDslObject> detail, String instance) {
        return newJsonBody(p -> {
                    p.stringValue("type", "urn:rentwave:problem:" + name)
                            .stringValue("title", title)
                            .numberValue("status", status)
                            .stringValue("instance", instance);
                    detail.accept(p);
                })
                .build();
    }

    static DslPart vehicleProblem(String name, String title, int status, String detailForm, String detail) {
        return newJsonBody(p -> p.stringValue("type", "urn:rentwave:problem:" + name)
                        .stringValue("title", title)
                        .numberValue("status", status)
                        .stringMatcher("detail", detailForm, detail)
                        .stringMatcher("instance", "/api/vehicles/\\d+", "/api/vehicles/17"))
                .build();
    }

    static void error(LambdaDslObject error, String field, String reason) {
        error.stringValue("field", field).stringValue("reason", reason);
    }

    private static String sample() {
        try (var in = ProviderStates.class.getResourceAsStream("vehicle.json")) {
            return Http.JSON.readTree(in).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String mistakes() {
        try {
            ObjectNode vehicle = (ObjectNode) Http.JSON.readTree(SAMPLE);
            vehicle.put("make", "  ");
            vehicle.put("year", 1899);
            vehicle.put("seats", "five");
            vehicle.put("transmission", "STICK");
            vehicle.remove("pricePerDay");
            vehicle.put("currency", "EURO");
            vehicle.put("wheels", 4);
            return vehicle.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
