package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;

/**
 * Change data capture around the providers that are verified: the topics, and what can be asked of it.
 *
 * @param bootstrapServers Kafka
 * @param cdc cdc's control API
 * @param token its bearer token
 */
record Streams(String bootstrapServers, URI cdc, String token) {

    /** Arms the streams of an API, with a vehicle there to be copied, unless they are armed. */
    void arm(Http http, ProviderStates monolith, String api) throws IOException {
        URI streams = URI.create(cdc + "/streams/" + api);
        if (!http.get(streams, authorization()).body().path("armed").asBoolean()) {
            VehicleStates.vehicle(monolith.people().user());
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
