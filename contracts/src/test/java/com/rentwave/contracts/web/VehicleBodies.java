package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.contracts.ApiForms;
import java.io.IOException;
import java.util.function.Consumer;

/** The bodies of the vehicles API as the pages expect them. */
final class VehicleBodies {

    /** Fields sorted, as they are in the pact file: the same bytes wherever it is sent from. */
    static final String SAMPLE = sample();

    private VehicleBodies() {}

    /** Types the sample into the form of the page. */
    static Browser typed(Browser browser) {
        return browser.type("make", "Skoda")
                .type("model", "Octavia Combi")
                .type("year", "2021")
                .type("sizeClass", "WAGON")
                .type("seats", "5")
                .type("bootLitres", "640")
                .type("transmission", "MANUAL")
                .type("fuel", "DIESEL")
                .type("drive", "FRONT")
                .type("attributes", "colour: red\ntow bar: yes")
                .type("pricePerDay", "45")
                .type("lateFeePerDay", "20.00")
                .type("minDays", "1")
                .type("maxDays", "14");
    }

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

    /** The sample as somebody's whose id is this. */
    static String of(long owner) {
        return Words.example(vehicle()).replace("\"ownerId\":7", "\"ownerId\":" + owner);
    }

    /** All but whether it is available: what was sent, and what the provider adds. */
    static void fields(LambdaDslObject o, long pricePerDay) {
        ApiForms.vehicle(o)
                .numberValue("pricePerDay", pricePerDay)
                .numberValue("lateFeePerDay", 2000)
                .stringValue("currency", "EUR")
                .numberValue("minDays", 1)
                .numberValue("maxDays", 14)
                .stringMatcher("createdAt", ApiForms.TIME_FORM, ApiForms.TIME)
                .stringMatcher("updatedAt", ApiForms.TIME_FORM, ApiForms.TIME)
                .integerType("version", 0);
    }

    /** A vehicle of a list, as the cards show it. */
    static void card(LambdaDslObject o) {
        o.integerType("id", 17)
                .integerType("ownerId", 7)
                .stringType("make", "Skoda")
                .stringType("model", "Octavia Combi")
                .stringType("sizeClass", "WAGON")
                .integerType("seats", 5)
                .stringType("transmission", "MANUAL")
                .stringType("fuel", "DIESEL")
                .integerType("pricePerDay", 4500)
                .stringType("currency", "EUR")
                .booleanType("available", true);
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
        try (var in = VehicleBodies.class.getResourceAsStream("/com/rentwave/contracts/vehicle.json")) {
            return Words.JSON.readTree(in).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a page lets through, and only the API can judge. */
    static String mistakes() {
        try {
            ObjectNode vehicle = (ObjectNode) Words.JSON.readTree(SAMPLE);
            vehicle.put("year", 1899);
            vehicle.put("seats", "five");
            vehicle.put("minDays", 20);
            return vehicle.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
