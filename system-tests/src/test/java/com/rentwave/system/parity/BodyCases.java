package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies: whole ones, broken ones, too large ones, and each field with everything it must not be. */
final class BodyCases extends VehicleCases {

    BodyCases() {
        bodies();
        fields();
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
        bodies.put("more than a server's own limit", " ".repeat(11_000_000));
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
            for (String value : OddValues.and("99999999999", "99999999999999999999999", "{\"a\":1}", "\"\\u0085\"")) {
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
}
