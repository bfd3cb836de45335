package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests about rentals that nobody should send; none changes anything. */
final class RentalRefusals extends RentalCases {

    RentalRefusals() {
        signIns();
        bodies();
        fields();
        rules();
        addresses();
        lists();
    }

    private void signIns() {
        for (String token : List.of("", "Bearer abc", "Bearer ", "Basic YW5uOmFubg==")) {
            for (String path : List.of("", "/1", "/" + UNKNOWN, "/calendar?type=room&id=" + UNKNOWN)) {
                add(
                        "reading " + path + " with " + token,
                        s -> Sent.of("GET", "/api/rentals" + path, null, Map.of("Authorization", token)));
            }
            for (String path : List.of("", "/1/cancel", "/1/return", "/x/cancel")) {
                add(
                        "writing " + path + " with " + token,
                        s -> Sent.of("POST", "/api/rentals" + path, "{}", Map.of("Authorization", token)));
            }
        }
    }

    private void bodies() {
        String good = body("vehicle", UNKNOWN, "2999-01-01", "2999-01-03");
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("no body", "");
        bodies.put("broken JSON", "{\"item\":");
        bodies.put("an array", "[]");
        bodies.put("null", "null");
        bodies.put("no fields", "{}");
        bodies.put("something after the object", good + "x");
        bodies.put("a name twice", good.replace("\"from\"", "\"from\":\"2999-01-02\",\"from\""));
        bodies.put("a type twice", good.replace("\"type\"", "\"type\":\"room\",\"type\""));
        bodies.put("a trailing comma", good.replace("\"}", "\",}"));
        bodies.put("deep nesting", "{\"item\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        bodies.put("64 KiB and one byte", " ".repeat(65_537 - good.length()) + good);
        bodies.put("unknown fields", good.replace("{\"item\":{", "{\"z\":1,\"A\":null,\"item\":{\"b\":1,\"a\":{},"));
        bodies.put("everything wrong at once", "{\"item\":{\"type\":1,\"id\":\"x\"},\"from\":[],\"to\":{}}");
        bodies.forEach((name, body) -> rentBody(name, s -> body));
        for (String type : List.of("", "text/plain", "application/json; charset=iso-8859-1", "json")) {
            add("media type " + type, s -> renting(s, "bob", good, Map.of("Content-Type", type)));
        }
        for (String key : List.of("a b", "ä", "k".repeat(201))) {
            add(
                    "a key that is none: " + key.substring(0, 1),
                    s -> renting(s, "bob", good, Map.of("Idempotency-Key", key)));
            end(
                    "cancelling with a key that is none: " + key.substring(0, 1),
                    "bob",
                    "cancel",
                    s -> UNKNOWN,
                    Map.of("Idempotency-Key", key));
        }
    }

    private void fields() {
        List<String> values = OddValues.and(
                "999999999999999999",
                "9999999999999999999",
                "\"2999-02-30\"",
                "\"2999-1-1\"",
                "\"2999-01-01T00:00:00Z\"",
                "\"+2999-01-01\"",
                "\"10000-01-01\"",
                "\"0000-01-01\"",
                "\"2000-01-01\"",
                "\"9999-12-31\"",
                "\"VEHICLE\"",
                "\"advert\"",
                "\"xxxxxxxxxxxxxxxxxxxxx\"");
        String good = body("vehicle", UNKNOWN, "2999-01-01", "2999-01-03");
        for (String value : values) {
            String text = value.replace("\\", "\\\\");
            rentBody("item is " + value, s -> good.replaceFirst("\\{\"type.*?\\}", text));
            rentBody("type is " + value, s -> good.replace("\"vehicle\"", value));
            rentBody("id is " + value, s -> good.replace(UNKNOWN, value));
            rentBody("from is " + value, s -> good.replace("\"2999-01-01\"", value));
            rentBody("to is " + value, s -> good.replace("\"2999-01-03\"", value));
        }
    }

    private void rules() {
        rent("renting one's own", "ann", "vehicle", 3, 5);
        rent("renting what is paused", "bob", "paused vehicle", 3, 5);
        rent("renting what was deleted", "bob", "deleted vehicle", 3, 5);
        rent("renting for too short", "bob", "vehicle", 3, 4);
        rent("renting for too long", "bob", "vehicle", 3, 34);
        rent("renting what one cannot pay", "carl", "dear vehicle", 3, 5);
        rent("renting in the past", "bob", "vehicle", -1, 5);
        rent("renting backwards", "bob", "vehicle", 5, 3);
        rent("renting no day", "bob", "vehicle", 5, 5);
        for (String type : List.of("vehicle", "book", "room")) {
            rentBody("an unknown " + type, s -> body(type, UNKNOWN, s.day(3), s.day(5)));
        }
    }

    private void addresses() {
        for (String id :
                List.of("0", "01", "-1", "abc", "1e3", "1234567890123456789", "99999999999999999999", UNKNOWN)) {
            get("reading rental " + id, "bob", s -> "/api/rentals/" + id);
            end("cancelling rental " + id, "bob", "cancel", s -> id, Map.of());
            end("returning rental " + id, "bob", "return", s -> id, Map.of());
        }
        for (String method : List.of("PATCH", "DELETE", "PUT")) {
            add(method + " of the list", s -> Sent.of(method, "/api/rentals", null, bearer(s, "bob")));
            add(method + " of a rental", s -> Sent.of(method, "/api/rentals/1", null, bearer(s, "bob")));
            add(method + " of cancelling", s -> Sent.of(method, "/api/rentals/1/cancel", null, bearer(s, "bob")));
        }
        add("POST of a rental", s -> Sent.of("POST", "/api/rentals/1", null, bearer(s, "bob")));
        add("POST of the calendar", s -> Sent.of("POST", "/api/rentals/calendar", null, bearer(s, "bob")));
        for (String path : List.of("/1/cancel", "/1/return", "/1/wheels", "/1/cancel/x", "/")) {
            get("GET of " + path, "bob", s -> "/api/rentals" + path);
        }
    }

    private void lists() {
        for (String bad : List.of(
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=",
                "cursor=abc",
                "cursor=",
                "cursor=bmV3ZXN0OjE6MQ",
                "role=x",
                "role=",
                "role=OWNER",
                "limit=0&role=x&cursor=x",
                "colour=red",
                "role=renter&role=owner",
                "limit=1&limit=2")) {
            get("a list with " + bad, "bob", s -> "/api/rentals?" + bad);
        }
        for (String bad : List.of(
                "",
                "type=room",
                "id=1",
                "type=x&id=x&from=x&to=x",
                "type=room&id=0",
                "type=room&id=1&from=2999-01-01&to=2999-01-01",
                "type=room&id=1&from=2999-01-01&to=3001-01-01",
                "type=room&id=1&from=2999-02-30",
                "type=&id=",
                "type=room&id=" + UNKNOWN,
                "type=book&id=" + UNKNOWN + "&from=2999-01-01&to=2999-02-01")) {
            get("a calendar with " + bad, "", s -> "/api/rentals/calendar?" + bad);
        }
    }
}
