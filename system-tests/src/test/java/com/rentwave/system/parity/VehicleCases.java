package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects cases; says in few words what the requests of vehicles look like. */
abstract class VehicleCases {

    static final String GOOD = "{\"make\":\"Falke\",\"model\":\"Duna\",\"year\":2010,\"sizeClass\":\"SUV\",\"seats\":5,"
            + "\"bootLitres\":400,\"transmission\":\"MANUAL\",\"fuel\":\"DIESEL\",\"drive\":\"ALL\","
            + "\"attributes\":{\"b\":\"größer\",\"a\":\"1\\\"\\\\\"},\"pricePerDay\":5000,\"lateFeePerDay\":2500,"
            + "\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30}";

    static final String UNKNOWN = "/api/vehicles/999999999999";

    private final List<ParityCase> cases = new ArrayList<>();

    final List<ParityCase> cases() {
        return List.copyOf(cases);
    }

    void get(String name, Function<Subject, String> path) {
        add(name, s -> Sent.of("GET", path.apply(s), null, Map.of()));
    }

    void post(String name, String body) {
        add("creating: " + name, s -> Sent.of("POST", "/api/vehicles", body, json(s.annsToken())));
    }

    void put(String name, String body) {
        add(
                "changing: " + name,
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        body,
                        more(json(s.annsToken()), "If-Match", s.formerEtag())));
    }

    void availability(String name, String body) {
        add(
                "availability: " + name,
                s -> Sent.of("PUT", "/api/vehicles/" + s.vehicleId() + "/availability", body, json(s.annsToken())));
    }

    void change(String name, Function<Subject, String> ifMatch) {
        add(
                name,
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.annsToken()), "If-Match", ifMatch.apply(s))));
    }

    void add(String name, Function<Subject, Sent> request) {
        cases.add(new ParityCase(name, request));
    }

    static Map<String, String> json(String token) {
        return headers(token, "application/json");
    }

    static Map<String, String> headers(String token, String contentType) {
        return Map.of("Authorization", "Bearer " + token, "Content-Type", contentType);
    }

    static Map<String, String> more(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }

    static String with(String field, String value) {
        String attributes = "\"attributes\":\\{.*?\\\\\\\\\"\\}";
        return field.equals("attributes")
                ? GOOD.replaceFirst(attributes, "\"attributes\":" + value.replace("\\", "\\\\"))
                : GOOD.replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value.replace("\\", "\\\\"));
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
