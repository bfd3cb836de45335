package com.rentwave.workload.journeys;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that a user saw on offer. */
record Offer(String type, long id, long ownerId, String path) {

    static Offer found(JsonNode item) {
        return new Offer(
                item.path("type").asText(),
                item.path("id").asLong(),
                item.path("ownerId").asLong(),
                item.path("path").asText());
    }

    static Offer vehicle(JsonNode item) {
        return listed("vehicle", "/api/vehicles/", item);
    }

    static Offer room(JsonNode item) {
        return listed("room", "/api/rooms/", item);
    }

    static Offer advert(JsonNode item) {
        return listed("book", "/api/books/" + item.path("isbn").asText() + "/adverts/", item);
    }

    private static Offer listed(String type, String address, JsonNode item) {
        long id = item.path("id").asLong();
        return new Offer(type, id, item.path("ownerId").asLong(), address + id);
    }
}
