package com.rentwave.workload.journeys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.util.List;
import java.util.Random;

/** Plausible things to offer. */
final class MadeUpOffers {

    private static final List<String> PLACES = List.of(
            "Aarhus", "Bamberg", "Coimbra", "Delft", "Évora", "Ferrara", "Girona", "Łódź", "Uppsala", "Vilnius");
    private static final List<String> ROOMS =
            List.of("Attic with a view", "Garden room", "Room by the harbour", "Quiet room", "Studio", "Blue room");
    private static final List<String> SUBJECTS = List.of(
            "Bees", "Bridges", "Clouds", "Ferries", "Lichens", "Maps", "Mountains", "Orchards", "Tides", "Tunnels");
    private static final List<String> TITLES =
            List.of("A Short History of %s", "All About %s", "%s and Other Stories", "The Book of %s", "On %s");
    private static final List<String> CONDITIONS = List.of("NEW", "LIKE_NEW", "GOOD", "WORN");

    private final Random random;
    private final MadeUpVehicles vehicles;

    MadeUpOffers(Random random) {
        this.random = random;
        this.vehicles = new MadeUpVehicles(random.nextLong());
    }

    ObjectNode vehicle() {
        return (ObjectNode) vehicles.next().toJson();
    }

    ObjectNode room() {
        int beds = 1 + random.nextInt(3);
        ObjectNode room = JsonNodeFactory.instance
                .objectNode()
                .put("title", one(ROOMS) + " in " + one(PLACES))
                .put("description", "Close to everything, far from the noise.")
                .put("place", one(PLACES))
                .put("country", one(List.of("DE", "DK", "ES", "IT", "LT", "NL", "PL", "PT", "SE")))
                .put("beds", beds)
                .put("guests", beds + random.nextInt(2));
        room.putArray("amenities").add("WIFI").add(random.nextBoolean() ? "KITCHEN" : "DESK");
        return terms(room, 2_500 + 500L * random.nextInt(12), 1, 28);
    }

    ObjectNode book() {
        ObjectNode book = JsonNodeFactory.instance
                .objectNode()
                .put("isbn", isbn())
                .put("title", String.format(one(TITLES), one(SUBJECTS)))
                .put("year", 1950 + random.nextInt(75))
                .put("language", "en");
        book.putArray("authors").add("R. Made-Up").add("I. N. Vented");
        return book;
    }

    ObjectNode advert() {
        ObjectNode advert = JsonNodeFactory.instance
                .objectNode()
                .put("condition", one(CONDITIONS))
                .put("note", "Pick it up in the evening.")
                .put("place", one(PLACES));
        return terms(advert, 40 + 10L * random.nextInt(16), 2, 42);
    }

    private static ObjectNode terms(ObjectNode offer, long price, int minDays, int maxDays) {
        return offer.put("pricePerDay", price)
                .put("lateFeePerDay", price)
                .put("currency", "EUR")
                .put("minDays", minDays)
                .put("maxDays", maxDays);
    }

    /** An ISBN-13 with a right check digit. */
    private String isbn() {
        StringBuilder digits = new StringBuilder("978");
        random.ints(9, 0, 10).forEach(digits::append);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits.append((10 - sum % 10) % 10).toString();
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
