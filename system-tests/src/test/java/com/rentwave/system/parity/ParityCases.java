package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Good requests, bad requests, and requests of people who want to break something. */
final class ParityCases {

    private static final String GOOD =
            "{\"make\":\"Falke\",\"model\":\"Duna\",\"year\":2010,\"sizeClass\":\"SUV\",\"seats\":5,"
                    + "\"bootLitres\":400,\"transmission\":\"MANUAL\",\"fuel\":\"DIESEL\",\"drive\":\"ALL\","
                    + "\"attributes\":{\"b\":\"größer\",\"a\":\"1\\\"\\\\\"},\"pricePerDay\":5000,\"lateFeePerDay\":2500,"
                    + "\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30}";
    private static final String UNKNOWN = "/api/vehicles/999999999999";

    private final List<ParityCase> cases = new ArrayList<>();
    private final TestTokens tokens;

    private ParityCases(TestTokens tokens) {
        this.tokens = tokens;
    }

    static List<ParityCase> all(TestTokens tokens) throws GeneralSecurityException {
        ParityCases all = new ParityCases(tokens);
        all.reads();
        all.lists();
        all.signIns();
        all.bodies();
        all.fields();
        all.preconditions();
        all.keys();
        all.addresses();
        all.goodWrites();
        return List.copyOf(all.cases);
    }

    private void reads() {
        get("a vehicle", s -> "/api/vehicles/" + s.vehicleId());
        get("an unknown id", s -> UNKNOWN);
        for (String id : List.of(
                "0",
                "01",
                "-1",
                "abc",
                "1e3",
                "999999999.0",
                "999999999%20",
                "1234567890123456789",
                "99999999999999999999")) {
            get("an id that is none: " + id, s -> "/api/vehicles/" + id);
        }
        add("the same tag", s -> conditional(s, s.etag()));
        add("a weak form of the same tag", s -> conditional(s, "W/" + s.etag()));
        add("any tag", s -> conditional(s, "*"));
        add("a list of tags with the same", s -> conditional(s, "\"x\", " + s.etag()));
        add("a former tag", s -> conditional(s, s.formerEtag()));
        add("a tag that is none", s -> conditional(s, "0-abc"));
    }

    private static Sent conditional(Subject s, String tag) {
        return Sent.of("GET", "/api/vehicles/" + s.vehicleId(), null, Map.of("If-None-Match", tag));
    }

    private void lists() {
        get("Ann's vehicles", s -> "/api/vehicles?ownerId=" + s.annsId());
        get("Bob's vehicles", s -> "/api/vehicles?ownerId=" + s.bobsId());
        get("nobody's vehicles", s -> "/api/vehicles?ownerId=999999999999");
        for (String sort : List.of("newest", "price", "-price")) {
            get("Ann's vehicles by " + sort, s -> "/api/vehicles?limit=1&sort=" + sort + "&ownerId=" + s.annsId());
        }
        get("words in another case", s -> "/api/vehicles?q=%20dUNA++fal%20&ownerId=" + s.annsId());
        get("words with wildcards", s -> "/api/vehicles?q=%25_%5C&ownerId=" + s.annsId());
        get("an attribute", s -> "/api/vehicles?attribute=colour%3Ablack&attribute=x%3Ay&ownerId=" + s.annsId());
        get("an unknown parameter", s -> "/api/vehicles?colour=red&ownerId=" + s.annsId());
        for (String bad : List.of(
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=",
                "limit=1.0",
                "limit=99999999999999999999",
                "cursor=abc",
                "cursor=",
                "cursor=bmV3ZXN0OjE6MQ",
                "sort=price&cursor=bmV3ZXN0OjE6MQ",
                "q=a+b+c+d+e+f+g+h+i",
                "sizeClass=suv",
                "transmission=",
                "fuel=WATER",
                "drive=BACK",
                "minSeats=-1",
                "minSeats=two",
                "minBootLitres=1e2",
                "minPrice=-1",
                "maxPrice=x",
                "available=yes",
                "ownerId=me",
                "ownerId=0",
                "attribute=colour",
                "attribute=%3Ared",
                "sort=oldest",
                "limit=0&q=a+b+c+d+e+f+g+h+i&sizeClass=x&transmission=x&fuel=x&drive=x&minSeats=x&minBootLitres=x"
                        + "&minPrice=x&maxPrice=x&available=x&ownerId=x&attribute=x&sort=x&cursor=x")) {
            get("a list with " + bad, s -> "/api/vehicles?" + bad);
        }
    }

    private void signIns() throws GeneralSecurityException {
        Instant soon = Instant.now().plusSeconds(3_600);
        TestTokens forger = tokens.forged();
        withToken("no token", s -> "");
        withToken("a token that is none", s -> "Bearer abc");
        withToken("an empty token", s -> "Bearer ");
        withToken("another scheme", s -> "Basic YW5uOmFubg==");
        withToken("an expired token", s -> token(tokens, s, "rentwave", "rentwave-api", soon.minusSeconds(7_200)));
        withToken("a forged token", s -> token(forger, s, "rentwave", "rentwave-api", soon));
        withToken("a token of another issuer", s -> token(tokens, s, "somebody", "rentwave-api", soon));
        withToken("a token for another audience", s -> token(tokens, s, "rentwave", "somebody", soon));
        withToken("a token without signature", s -> "Bearer " + TestTokens.unsigned(s.annsId()));
        withToken("a token that was changed", s -> "Bearer " + s.annsToken().replaceFirst("\\..", ".f"));
    }

    private static String token(TestTokens tokens, Subject s, String issuer, String audience, Instant expires) {
        try {
            return "Bearer " + tokens.token(s.annsId(), issuer, audience, expires);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void withToken(String name, Function<Subject, String> authorization) {
        add(
                name + ", creating",
                s -> Sent.of(
                        "POST",
                        "/api/vehicles",
                        GOOD,
                        Map.of("Content-Type", "application/json", "Authorization", authorization.apply(s))));
        add(
                name + ", deleting",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", authorization.apply(s))));
        add(
                name + ", reading",
                s -> Sent.of(
                        "GET",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", authorization.apply(s))));
    }

    private void bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("no body", "");
        bodies.put("blanks", "  ");
        bodies.put("broken JSON", "{\"make\":");
        bodies.put("an array", "[]");
        bodies.put("a text", "\"x\"");
        bodies.put("null", "null");
        bodies.put("something after the object", GOOD + "x");
        bodies.put("two objects", GOOD + GOOD);
        bodies.put("a name twice", GOOD.replace("\"year\":2010", "\"year\":2010,\"year\":2011"));
        bodies.put("an attribute twice", GOOD.replace("\"a\":\"1", "\"a\":\"x\",\"a\":\"1"));
        bodies.put("a comment", "/* */" + GOOD);
        bodies.put("single quotes", GOOD.replace('"', '\''));
        bodies.put("a number with a leading zero", GOOD.replace("2010", "02010"));
        bodies.put("not a number", GOOD.replace("2010", "NaN"));
        bodies.put("a trailing comma", GOOD.replace("30}", "30,}"));
        bodies.put("deep nesting", "{\"make\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        bodies.put("64 KiB and one byte", " ".repeat(65_537 - GOOD.length()) + GOOD);
        bodies.put("10 MB", " ".repeat(10_000_000));
        bodies.forEach((name, body) -> {
            post(name, body);
            put(name, body);
        });
        add(
                "bytes that are not UTF-8",
                s -> new Sent(
                        "POST",
                        "/api/vehicles",
                        GOOD.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        headers(s.annsToken(), "application/json")));
        add(
                "UTF-16",
                s -> new Sent(
                        "POST",
                        "/api/vehicles",
                        GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_16),
                        headers(s.annsToken(), "application/json")));
        for (String type : List.of(
                "",
                "text/plain",
                "application/xml",
                "application/json; charset=iso-8859-1",
                "application/json;charset=utf-8",
                "APPLICATION/JSON",
                "application/merge-patch+json",
                "json")) {
            add("media type " + type, s -> Sent.of("POST", "/api/vehicles", "{}", headers(s.annsToken(), type)));
        }
    }

    private void fields() {
        post("no fields", "{}");
        post("unknown fields", GOOD.replace("{\"make\"", "{\"zebra\":1,\"Colour\":null,\"id\":7,\"make\""));
        post("only unknown fields", "{\"b\":1,\"a\":{}}");
        for (String field : List.of(
                "make",
                "model",
                "year",
                "sizeClass",
                "seats",
                "bootLitres",
                "transmission",
                "fuel",
                "drive",
                "attributes",
                "pricePerDay",
                "lateFeePerDay",
                "currency",
                "minDays",
                "maxDays")) {
            for (String value : List.of(
                    "null",
                    "true",
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "-1",
                    "0",
                    "1.0",
                    "1e2",
                    "1.5",
                    "99999999999",
                    "99999999999999999999999",
                    "[]",
                    "{}",
                    "{\"a\":1}",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\u0085\"")) {
                post(field + " is " + value, with(field, value));
            }
        }
        post("a make of 60 characters", with("make", quoted("é".repeat(60))));
        post("a make of 61 characters", with("make", quoted("é".repeat(61))));
        post("a make of 60 characters beyond 16 bit", with("make", quoted("😀".repeat(60))));
        post("a model of 81 characters", with("model", quoted("x".repeat(81))));
        post("a year too early", with("year", "1899"));
        post("a year too late", with("year", "2101"));
        post("too many seats", with("seats", "61"));
        post("a price too high", with("pricePerDay", "100000001"));
        post("a currency nobody has", with("currency", "\"ABC\""));
        post("a currency in small letters", with("currency", "\"eur\""));
        post("maxDays below minDays", with("minDays", "31"));
        post("no minDays and no maxDays", GOOD.replace(",\"minDays\":1,\"maxDays\":30", ""));
        post("no attributes", GOOD.replaceFirst("\"attributes\":\\{.*?\\},", ""));
        post("31 attributes", with("attributes", attributes(31, 1)));
        post("30 attributes", with("attributes", attributes(30, 1)));
        post("an attribute name too long", with("attributes", "{\"" + "k".repeat(41) + "\":\"v\"}"));
        post("an attribute without name", with("attributes", "{\"\":\"v\"}"));
        post("an attribute value too long", with("attributes", "{\"b\":\"" + "v".repeat(201) + "\",\"a\":1}"));
        post("an empty attribute value", with("attributes", "{\"a\":\"\"}"));
        post("a blank attribute value", with("attributes", "{\"a\":\" \"}"));
        post("a control character in an attribute name", with("attributes", "{\"a\\u0001\":\"v\"}"));
        post("everything wrong at once", GOOD.replaceAll(":[^{,}]+", ":[]"));
        availability("no field", "{}");
        availability("a text", "{\"available\":\"true\"}");
        availability("null", "{\"available\":null}");
        availability("a number", "{\"available\":1}");
        availability("an unknown field", "{\"available\":true,\"x\":1}");
        availability("broken JSON", "{\"available\":tru");
    }

    private static String attributes(int count, int from) {
        StringBuilder object = new StringBuilder("{");
        for (int i = from; i < from + count; i++) {
            object.append(i == from ? "" : ",").append("\"k").append(i).append("\":\"v\"");
        }
        return object.append('}').toString();
    }

    private static String with(String field, String value) {
        String attributes = "\"attributes\":\\{.*?\\\\\\\\\"\\}";
        return field.equals("attributes")
                ? GOOD.replaceFirst(attributes, "\"attributes\":" + value.replace("\\", "\\\\"))
                : GOOD.replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value.replace("\\", "\\\\"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private void preconditions() {
        change("no If-Match", s -> "");
        change("a former tag as If-Match", Subject::formerEtag);
        change("a weak tag as If-Match", s -> "W/" + s.etag());
        change("a tag that is none as If-Match", s -> "abc");
        change("a list without the tag as If-Match", s -> "\"a\", \"b\"");
        add(
                "no If-Match and a bad body",
                s -> Sent.of("PUT", "/api/vehicles/" + s.vehicleId(), "{}", json(s.annsToken())));
        add(
                "somebody else's vehicle, changing",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.bobsToken()), "If-Match", s.etag())));
        add(
                "somebody else's vehicle, with a former tag",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.bobsToken()), "If-Match", s.formerEtag())));
        add(
                "somebody else's vehicle, pausing",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId() + "/availability",
                        "{\"available\":false}",
                        json(s.bobsToken())));
        add(
                "somebody else's vehicle, deleting",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.bobsToken())));
        add(
                "an unknown vehicle, changing",
                s -> Sent.of("PUT", UNKNOWN, GOOD, more(json(s.annsToken()), "If-Match", s.etag())));
        add(
                "an unknown vehicle, pausing",
                s -> Sent.of("PUT", UNKNOWN + "/availability", "{\"available\":false}", json(s.annsToken())));
        add(
                "an unknown vehicle, deleting",
                s -> Sent.of("DELETE", UNKNOWN, null, Map.of("Authorization", "Bearer " + s.annsToken())));
        add(
                "deleting with a former tag",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken(), "If-Match", s.formerEtag())));
        add(
                "pausing with a former tag",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId() + "/availability",
                        "{\"available\":false}",
                        more(json(s.annsToken()), "If-Match", s.formerEtag())));
    }

    private void keys() {
        for (String key : List.of("a b", "ä", "k".repeat(201))) {
            add(
                    "an Idempotency-Key that is none: " + key.substring(0, Math.min(5, key.length())),
                    s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.annsToken()), "Idempotency-Key", key)));
        }
        String key = "k".repeat(200);
        add(
                "a key, first",
                s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.annsToken()), "Idempotency-Key", key)));
        add(
                "the same key and request again",
                s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.annsToken()), "Idempotency-Key", key)));
        add(
                "the same key with another body",
                s -> Sent.of(
                        "POST",
                        "/api/vehicles",
                        with("year", "2011"),
                        more(json(s.annsToken()), "Idempotency-Key", key)));
        add(
                "the same key for another request",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken(), "Idempotency-Key", key)));
        add(
                "the same key of somebody else",
                s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.bobsToken()), "Idempotency-Key", key)));
    }

    private void addresses() {
        for (String method : List.of("PATCH", "DELETE", "PUT")) {
            add(method + " of the list", s -> Sent.of(method, "/api/vehicles", null, json(s.annsToken())));
        }
        for (String method : List.of("PATCH", "POST")) {
            add(
                    method + " of a vehicle",
                    s -> Sent.of(method, "/api/vehicles/" + s.vehicleId(), null, json(s.annsToken())));
        }
        add(
                "GET of the availability",
                s -> Sent.of("GET", "/api/vehicles/" + s.vehicleId() + "/availability", null, Map.of()));
        get("an address below a vehicle", s -> "/api/vehicles/" + s.vehicleId() + "/wheels");
        get("a slash too many", s -> "/api/vehicles/");
    }

    private void goodWrites() {
        post("a good vehicle", GOOD);
        post("a good vehicle with blanks around", "\n " + GOOD + "\t");
        add(
                "a good change",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.annsToken()), "If-Match", s.etag())));
        add(
                "a change of what was changed meanwhile",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.annsToken()), "If-Match", s.etag())));
        add(
                "a change of whatever is there",
                s -> Sent.of(
                        "PUT", "/api/vehicles/" + s.vehicleId(), GOOD, more(json(s.annsToken()), "If-Match", "*")));
        availability("paused", "{\"available\":false}");
        availability("paused again", "{\"available\":false}");
        availability("resumed", "{\"available\":true}");
        get("the vehicle after all that", s -> "/api/vehicles/" + s.vehicleId());
        add(
                "deleted",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken())));
        add(
                "deleted again",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken())));
        get("the vehicle that was deleted", s -> "/api/vehicles/" + s.vehicleId());
    }

    private void get(String name, Function<Subject, String> path) {
        add(name, s -> Sent.of("GET", path.apply(s), null, Map.of()));
    }

    private void post(String name, String body) {
        add("creating: " + name, s -> Sent.of("POST", "/api/vehicles", body, json(s.annsToken())));
    }

    private void put(String name, String body) {
        add(
                "changing: " + name,
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        body,
                        more(json(s.annsToken()), "If-Match", s.formerEtag())));
    }

    private void availability(String name, String body) {
        add(
                "availability: " + name,
                s -> Sent.of("PUT", "/api/vehicles/" + s.vehicleId() + "/availability", body, json(s.annsToken())));
    }

    private void change(String name, Function<Subject, String> ifMatch) {
        add(
                name,
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.annsToken()), "If-Match", ifMatch.apply(s))));
    }

    private void add(String name, Function<Subject, Sent> request) {
        cases.add(new ParityCase(name, request));
    }

    private static Map<String, String> json(String token) {
        return headers(token, "application/json");
    }

    private static Map<String, String> headers(String token, String contentType) {
        return Map.of("Authorization", "Bearer " + token, "Content-Type", contentType);
    }

    private static Map<String, String> more(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
