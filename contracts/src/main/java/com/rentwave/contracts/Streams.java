package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Change data capture around the providers that are verified: the topics, and what can be asked of it.
 *
 * @param bootstrapServers Kafka
 * @param cdc cdc's control API
 * @param token its bearer token
 */
record Streams(String bootstrapServers, URI cdc, String token) {

    /**
     * Arms the streams of APIs unless they are armed, with a rented vehicle there to be copied.
     *
     * @param fed APIs whose rows the monolith only has once they are armed
     * @param apis the others come last
     */
    void arm(Http http, Set<String> fed, List<String> apis, People monolith) throws IOException {
        for (String api : fed) {
            if (!isArmed(http, api)) {
                arm(http, api);
            }
        }
        List<String> rest = new ArrayList<>();
        for (String api : apis) {
            if (!isArmed(http, api)) {
                rest.add(api);
            }
        }
        if (!rest.isEmpty()) {
            RentalStates.rental(monolith.user(), monolith.other());
        }
        for (String api : rest) {
            arm(http, api);
        }
    }

    private boolean isArmed(Http http, String api) throws IOException {
        return http.get(streams(api), authorization()).body().path("armed").asBoolean();
    }

    private void arm(Http http, String api) throws IOException {
        http.post(URI.create(streams(api) + "/arm"), "", authorization());
    }

    private URI streams(String api) {
        return URI.create(cdc + "/streams/" + api);
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
