package com.rentwave.system.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Bodies of things on offer, each with a name of its own so that journeys do not meet. */
final class Things {

    private Things() {}

    static String name(String kind) {
        return kind + ' ' + UUID.randomUUID().toString().substring(0, 8);
    }

    static Map<String, Object> van(String model) {
        Map<String, Object> van = terms(5000, 1500);
        van.putAll(Map.of(
                "make", "Ford",
                "model", model,
                "year", 2019,
                "sizeClass", "VAN",
                "seats", 3,
                "bootLitres", 6000,
                "transmission", "MANUAL",
                "fuel", "DIESEL",
                "drive", "FRONT"));
        return van;
    }

    static Map<String, Object> room(String title) {
        Map<String, Object> room = terms(4500, 2000);
        room.putAll(Map.of(
                "title",
                title,
                "description",
                "A calm room with morning light.",
                "place",
                "Porto",
                "country",
                "PT",
                "beds",
                1,
                "guests",
                2,
                "amenities",
                List.of("DESK", "WIFI")));
        return room;
    }

    static Map<String, Object> terms(long pricePerDay, long lateFeePerDay) {
        return new HashMap<>(Map.of(
                "pricePerDay",
                pricePerDay,
                "lateFeePerDay",
                lateFeePerDay,
                "currency",
                "EUR",
                "minDays",
                1,
                "maxDays",
                30));
    }

    /** An ISBN-13 nobody has used: 978, nine digits, the check digit. */
    static String isbn() {
        String digits = "978"
                + String.format(Locale.ROOT, "%09d", Math.abs(UUID.randomUUID().hashCode() % 1_000_000_000L));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
