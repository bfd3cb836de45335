package com.rentwave.openapi;

import static com.rentwave.openapi.WrongRequest.THING;

import com.rentwave.openapi.WrongRequest.Caller;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wrong requests about vehicles: what is told, in which words, and what is told first where several things are wrong. */
public final class WrongVehicleRequests {

    private static final String VEHICLES = "/api/vehicles";
    private static final String VALID =
            "{\"make\":\"Volkswagen\",\"model\":\"Golf\",\"year\":2019,\"sizeClass\":\"COMPACT\",\"seats\":5,"
                    + "\"bootLitres\":380,\"transmission\":\"MANUAL\",\"fuel\":\"PETROL\",\"drive\":\"FRONT\","
                    + "\"pricePerDay\":4500,\"lateFeePerDay\":900,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":14}";
    private static final String WRONG_FIELDS =
            "{\"zzz\":1,\"year\":2019.0,\"model\":\" \",\"aaa\":null,\"seats\":0,\"sizeClass\":\"HUGE\",\"fuel\":7,"
                    + "\"attributes\":{\"a\":\"\\u0001\"},\"pricePerDay\":-1,\"currency\":\"ABC\",\"minDays\":20,"
                    + "\"maxDays\":10}";
    private static final List<String> REASONS = List.of(
            "make", "is required",
            "model", "must not be blank",
            "year", "must be a whole number",
            "sizeClass",
                    "must be one of TWO_SEATER, MINI, SUBCOMPACT, COMPACT, MIDSIZE, LARGE, WAGON, SUV, MINIVAN, VAN, PICKUP,"
                            + " SPECIAL",
            "seats", "must be between 1 and 60",
            "bootLitres", "is required",
            "transmission", "is required",
            "fuel", "must be a string",
            "drive", "is required",
            "attributes.a", "must not contain control characters",
            "pricePerDay", "must be between 0 and 100000000",
            "lateFeePerDay", "is required",
            "currency", "must be an ISO 4217 currency code",
            "maxDays", "must not be below minDays",
            "aaa", "is not a known field",
            "zzz", "is not a known field");

    private WrongVehicleRequests() {}

    /** All of them. */
    public static Stream<WrongRequest> all() {
        return Stream.of(unknownIds(), unknownAddresses(), methods(), fields(), order())
                .flatMap(some -> some);
    }

    private static Stream<WrongRequest> unknownIds() {
        return Stream.of("0", "-1", "01", "x", "1.0", "1234567890123456789", "1%20")
                .flatMap(id -> Stream.of(
                                WrongRequest.of("GET", VEHICLES + '/' + id),
                                WrongRequest.of("PUT", VEHICLES + '/' + id)
                                        .by(Caller.OWNER)
                                        .json("["))
                        .map(request -> request.answeredWith(
                                404, notFound("There is no vehicle " + id.replace("%20", " ") + '.', request.path()))));
    }

    private static Stream<WrongRequest> unknownAddresses() {
        return Stream.of(VEHICLES + '/', VEHICLES + "/2/", VEHICLES + "/2/x").map(path -> WrongRequest.of("GET", path)
                .answeredWith(404, notFound("There is nothing at this address.", path)));
    }

    private static String notFound(String detail, String path) {
        return "{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,\"detail\":\""
                + detail + "\",\"instance\":\"" + path + "\"}";
    }

    private static Stream<WrongRequest> methods() {
        return Stream.of(
                        methods("GET, HEAD, POST", VEHICLES, "PATCH", "DELETE", "OPTIONS"),
                        methods("GET, HEAD, PUT, DELETE", VEHICLES + "/2", "POST", "OPTIONS", "BREW"),
                        methods("PUT", VEHICLES + "/2/availability", "GET", "OPTIONS"))
                .flatMap(some -> some);
    }

    private static Stream<WrongRequest> methods(String allowed, String path, String... others) {
        return Stream.of(others).map(method -> WrongRequest.of(method, path)
                .answeredWith(405, "This address does not answer " + method + '.')
                .answeredWithHeader("Allow", allowed));
    }

    private static Stream<WrongRequest> fields() {
        String errors = Stream.iterate(0, i -> i < REASONS.size(), i -> i + 2)
                .map(i -> "{\"field\":\"" + REASONS.get(i) + "\",\"reason\":\"" + REASONS.get(i + 1) + "\"}")
                .collect(Collectors.joining(","));
        return Stream.of(WrongRequest.of("POST", VEHICLES)
                .by(Caller.OWNER)
                .json(WRONG_FIELDS)
                .answeredWith(
                        400,
                        "{\"type\":\"urn:rentwave:problem:validation-failed\",\"title\":\"Request not valid\","
                                + "\"status\":400,\"detail\":\"One or more fields are not valid.\",\"instance\":\""
                                + VEHICLES
                                + "\",\"errors\":[" + errors + "]}"));
    }

    /** Each is right where the one before it is wrong. */
    private static Stream<WrongRequest> order() {
        WrongRequest somebodyElse = WrongRequest.of("PUT", THING).by(Caller.SOMEBODY_ELSE);
        WrongRequest matching = somebodyElse.header("If-Match", "\"x\"").json(VALID);
        return Stream.of(
                WrongRequest.of("PUT", THING)
                        .header("Idempotency-Key", "with space")
                        .answeredWith(401, "problem:unauthenticated"),
                somebodyElse
                        .header("Idempotency-Key", "with space")
                        .json("[")
                        .answeredWith(400, "problem:invalid-idempotency-key"),
                somebodyElse.body("text/plain", "x".repeat(70_000)).answeredWith(415, "problem:unsupported-media-type"),
                somebodyElse.json("[").answeredWith(400, "problem:invalid-json"),
                somebodyElse.json("{}").answeredWith(400, "problem:validation-failed"),
                somebodyElse.json(VALID).answeredWith(428, "problem:precondition-required"),
                matching.answeredWith(403, "problem:forbidden"),
                matching.by(Caller.OWNER).answeredWith(412, "problem:precondition-failed"),
                WrongRequest.of("PUT", VEHICLES + "/999999999")
                        .by(Caller.OWNER)
                        .header("If-Match", "\"x\"")
                        .json(VALID)
                        .answeredWith(404, "problem:not-found"));
    }
}
