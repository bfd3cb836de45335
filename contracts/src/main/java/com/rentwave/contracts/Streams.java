package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Change data capture around the providers that are verified: the topics, and what can be asked of it.
 *
 * @param bootstrapServers Kafka
 * @param cdc cdc's control API
 * @param token its bearer token
 */
record Streams(String bootstrapServers, URI cdc, String token) {

    /** Arms the streams of APIs, with a rented vehicle there to be copied, unless they are armed. */
    void arm(Http http, People monolith, List<String> apis) throws IOException {
        List<URI> rest = new ArrayList<>();
        for (String api : apis) {
            URI streams = URI.create(cdc + "/streams/" + api);
            if (!http.get(streams, authorization()).body().path("armed").asBoolean()) {
                rest.add(streams);
            }
        }
        if (!rest.isEmpty()) {
            RentalStates.rental(monolith.user(), monolith.other());
        }
        for (URI streams : rest) {
            http.post(URI.create(streams + "/arm"), "", authorization());
        }
    }

    String build(Http http) throws IOException {
        return http.get(URI.create(cdc + "/internal/build"))
                .body()
                .path("build")
                .asText();
    }

    private String[] authorization() {
        return new String[] {"Authorization", "Bearer " + token};
    }
}
