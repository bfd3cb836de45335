package com.rentwave.workload.books;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A book of the file and the copy of it that is lent out.
 *
 * @param isbn ISBN-13
 * @param language ISO 639
 */
public record BookRow(
        String isbn, String title, List<String> authors, Optional<Integer> year, Optional<String> language, Copy copy) {

    /** The body of {@code POST /api/books}. */
    ObjectNode book() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("isbn", isbn).put("title", title);
        ArrayNode names = json.putArray("authors");
        authors.forEach(names::add);
        year.ifPresent(value -> json.put("year", value));
        language.ifPresent(value -> json.put("language", value));
        return json;
    }

    /**
     * What somebody who lends it out says about a copy.
     *
     * @param condition word of the API, such as {@code GOOD}
     * @param pricePerDay minor units of the currency
     */
    public record Copy(String condition, String note, String place, long pricePerDay, String currency, int maxDays) {

        /** The body of {@code POST /api/books/{isbn}/adverts}. */
        ObjectNode advert() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("condition", condition)
                    .put("note", note)
                    .put("place", place)
                    .put("pricePerDay", pricePerDay)
                    .put("lateFeePerDay", pricePerDay * 2)
                    .put("currency", currency)
                    .put("minDays", 3)
                    .put("maxDays", maxDays);
        }
    }
}
