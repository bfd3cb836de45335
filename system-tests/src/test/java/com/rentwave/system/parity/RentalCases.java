package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects cases; says in few words what the requests about rentals look like. */
abstract class RentalCases {

    static final String UNKNOWN = "999999999998";

    private final List<RentalCase> cases = new ArrayList<>();

    final List<RentalCase> cases() {
        return List.copyOf(cases);
    }

    void add(String name, Function<RentalSubject, Sent> request) {
        cases.add(new RentalCase(name, request));
    }

    void get(String name, String person, Function<RentalSubject, String> path) {
        add(name, s -> Sent.of("GET", path.apply(s), null, bearer(s, person)));
    }

    /** A thing for some days, counted from the first one of the script. */
    void rent(String name, String person, String thing, int from, int to) {
        add(name, s -> renting(s, person, body(s, thing, from, to), Map.of()));
    }

    void rentKeyed(String name, String person, String thing, int from, int to, String key) {
        add(name, s -> renting(s, person, body(s, thing, from, to), Map.of("Idempotency-Key", key)));
    }

    /** By Bob, who has the money. */
    void rentBody(String name, Function<RentalSubject, String> body) {
        add("renting: " + name, s -> renting(s, "bob", body.apply(s), Map.of()));
    }

    /** @param how cancel or return */
    void end(String name, String person, String how, Function<RentalSubject, Object> id, Map<String, String> headers) {
        add(name, s -> {
            Map<String, String> all = new LinkedHashMap<>(bearer(s, person));
            all.putAll(headers);
            return Sent.of("POST", "/api/rentals/" + id.apply(s) + '/' + how, null, all);
        });
    }

    void end(String name, String person, String how, String rented) {
        end(name, person, how, s -> s.rental(rented), Map.of());
    }

    static Sent renting(RentalSubject s, String person, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(bearer(s, person));
        all.put("Content-Type", "application/json");
        all.putAll(headers);
        return Sent.of("POST", "/api/rentals", body, all);
    }

    static String body(RentalSubject s, String thing, int from, int to) {
        String type = thing.endsWith("vehicle") ? "vehicle" : thing;
        return body(type, s.thing(thing), s.day(from), s.day(to));
    }

    static String body(String type, Object id, Object from, Object to) {
        return "{\"item\":{\"type\":\"" + type + "\",\"id\":" + id + "},\"from\":\"" + from + "\",\"to\":\"" + to
                + "\"}";
    }

    static Map<String, String> bearer(RentalSubject s, String person) {
        return person.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + s.token(person));
    }
}
