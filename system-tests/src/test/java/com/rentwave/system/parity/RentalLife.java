package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.List;
import java.util.Map;

/** What people do with things: rent, look, cancel, bring back; each case builds on those before it. */
final class RentalLife extends RentalCases {

    private RentalLife() {}

    /** Up to the evening of the first day. */
    static List<RentalCase> today() {
        RentalLife life = new RentalLife();
        life.renting();
        life.looking();
        life.cancelling();
        life.returning();
        return life.cases();
    }

    /** When the late vehicle should have been back for three days. */
    static List<RentalCase> afterFiveDays() {
        RentalLife life = new RentalLife();
        life.get("a late rental", "ann", s -> "/api/rentals/" + s.rental("the late one"));
        life.calendar("the calendar of a late thing", "late vehicle");
        life.rent("renting what is not back", "carl", "late vehicle", 5, 7);
        life.rent("renting what is not back, for later", "bob", "late vehicle", 20, 22);
        life.end("cancelling what is late", "bob", "cancel", "the late one");
        life.end("returning late", "bob", "return", "the late one");
        life.end("returning late again", "bob", "return", "the late one");
        life.rent("renting what is back", "bob", "late vehicle", 6, 8);
        life.get("all that Bob has rented", "bob", s -> "/api/rentals?limit=100");
        life.get("all that Ann has lent", "ann", s -> "/api/rentals?limit=100&role=owner");
        return life.cases();
    }

    private void renting() {
        get("nothing rented yet", "bob", s -> "/api/rentals");
        get("nothing lent yet", "ann", s -> "/api/rentals?role=owner");
        rentKeyed("the first one", "bob", "vehicle", 3, 5, "k");
        rentKeyed("the first one, the same request again", "bob", "vehicle", 3, 5, "k");
        rentKeyed("the first one, its key for other days", "bob", "vehicle", 6, 8, "k");
        end(
                "its key for something else",
                "bob",
                "cancel",
                s -> s.rental("the first one"),
                Map.of("Idempotency-Key", "k"));
        rentKeyed("somebody else with that key, overlapping", "carl", "vehicle", 4, 6, "k");
        rent("overlapping one's own", "bob", "vehicle", 2, 4);
        rent("within it", "carl", "vehicle", 3, 5);
        rent("the next days", "carl", "vehicle", 5, 7);
        rent("with nothing left", "carl", "vehicle", 7, 9);
        rent("a room that costs nothing", "carl", "room", 3, 4);
        rentKeyed("a refusal with a key", "carl", "vehicle", 3, 5, "l");
        rentKeyed("the key of a refusal, used again", "carl", "room", 10, 11, "l");
        rent("the late one", "bob", "late vehicle", 0, 2);
        rent("from today", "bob", "room", 0, 1);
        add(
                "with headers that mean nothing",
                s -> renting(s, "bob", body(s, "vehicle", 20, 22), Map.of("If-Match", "\"x\"", "If-None-Match", "*")));
    }

    private void looking() {
        for (String person : List.of("ann", "bob", "carl", "")) {
            get("the first one, seen by " + person, person, s -> "/api/rentals/" + s.rental("the first one"));
        }
        add(
                "its tag",
                s -> Sent.of(
                        "GET",
                        "/api/rentals/" + s.rental("the first one"),
                        null,
                        Map.of("Authorization", "Bearer " + s.token("bob"), "If-None-Match", "*")));
        add("its head", s -> Sent.of("HEAD", "/api/rentals/" + s.rental("the first one"), null, bearer(s, "bob")));
        get("what Bob rents", "bob", s -> "/api/rentals?role=renter");
        get("what Bob lends", "bob", s -> "/api/rentals?role=owner");
        get("what Ann lends", "ann", s -> "/api/rentals?role=owner&limit=100");
        get("page one", "bob", s -> "/api/rentals?limit=1");
        get("page two", "bob", s -> "/api/rentals?limit=1&cursor=" + s.cursor());
        get("the rest", "bob", s -> "/api/rentals?limit=5&cursor=" + s.cursor());
        get("a page of Ann's", "ann", s -> "/api/rentals?role=owner&limit=2");
        get("the next page of Ann's", "ann", s -> "/api/rentals?role=owner&limit=2&cursor=" + s.cursor());
        calendar("the vehicle's calendar", "vehicle");
        calendar("the room's calendar", "room");
        get(
                "a part of the calendar",
                "",
                s -> "/api/rentals/calendar?type=vehicle&id=" + s.thing("vehicle") + "&from=" + s.day(4) + "&to="
                        + s.day(6));
    }

    private void cancelling() {
        end("cancelling by its owner", "ann", "cancel", "the first one");
        end("cancelling by somebody else", "carl", "cancel", "the first one");
        end("cancelling what has begun", "bob", "cancel", "the late one");
        end("cancelling", "bob", "cancel", s -> s.rental("the first one"), Map.of("Idempotency-Key", "c"));
        end(
                "cancelling, the same request",
                "bob",
                "cancel",
                s -> s.rental("the first one"),
                Map.of("Idempotency-Key", "c"));
        end("cancelling again", "bob", "cancel", "the first one");
        end("returning what was cancelled", "bob", "return", "the first one");
        add(
                "cancelling with a body",
                s -> Sent.of(
                        "POST",
                        "/api/rentals/" + s.rental("the next days") + "/cancel",
                        "{\"x\":",
                        Map.of("Authorization", "Bearer " + s.token("carl"), "Content-Type", "application/json")));
        rent("the same days after cancelling", "bob", "vehicle", 3, 5);
        calendar("the calendar after cancelling", "vehicle");
    }

    private void returning() {
        end("returning by its owner", "ann", "return", "from today");
        end("returning on the first day", "bob", "return", s -> s.rental("from today"), Map.of("Idempotency-Key", "r"));
        end(
                "returning, the same request",
                "bob",
                "return",
                s -> s.rental("from today"),
                Map.of("Idempotency-Key", "r"));
        end("returning again", "bob", "return", "from today");
        end("cancelling what was returned", "bob", "cancel", "from today");
        end("returning before it begins", "bob", "return", "the same days after cancelling");
        rent("what was returned before it began", "bob", "vehicle", 3, 5);
        calendar("the room's calendar after returning", "room");
    }

    private void calendar(String name, String thing) {
        String type = thing.endsWith("vehicle") ? "vehicle" : thing;
        get(name, "", s -> "/api/rentals/calendar?type=" + type + "&id=" + s.thing(thing));
    }
}
