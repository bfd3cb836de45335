package com.rentwave.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** What people rent out when a state is built. */
final class Samples {

    static final String ROOM = json("{'title':'Room with a view','description':'Quiet, high up.','place':'Florence',"
            + "'country':'IT','beds':2,'guests':3,'amenities':['WIFI','BREAKFAST'],'pricePerDay':6000,"
            + "'lateFeePerDay':2000,'currency':'EUR'}");
    static final String COPY = json("{'condition':'GOOD','note':'A crease or two.','place':'Porto','pricePerDay':150,"
            + "'lateFeePerDay':50,'currency':'EUR'}");
    static final String SEARCH = json("{'q':'panda','type':'vehicle','minPrice':null,'maxPrice':5000}");

    private Samples() {}

    static ObjectNode vehicle() throws IOException {
        try (var in = Samples.class.getResourceAsStream("vehicle.json")) {
            return (ObjectNode) Http.JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static String book(String isbn) {
        return json("{'isbn':'" + isbn + "','title':'On Moving Monoliths','authors':['Ada Able']}");
    }

    /** An ISBN-13 that nobody has used, with its check digit. */
    static String newIsbn() {
        String digits =
                "979" + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
