package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who is signed in at a provider, and does there what people do.
 *
 * @param http sends it
 * @param places where they do what
 * @param id of the account
 * @param email of the account
 * @param token of the sign-in
 */
record Person(Http http, Places places, String id, String email, String token) {

    private static final Duration LATEST_COPY = Duration.ofSeconds(20);
    private static final String ANYTHING = "/api/rooms?limit=1";

    /** @throws IOException when it is refused */
    Http.Answer get(String path) throws IOException {
        return http.get(at(path), bearer());
    }

    Http.Answer post(String path, String body, String... headers) throws IOException {
        return copied(path, http.post(at(path), body, bearer(headers)));
    }

    Http.Answer put(String path, String body, String... headers) throws IOException {
        return copied(path, http.put(at(path), body, bearer(headers)));
    }

    Http.Answer delete(String path) throws IOException {
        return copied(path, http.delete(at(path), bearer()));
    }

    /** The answer, once whoever decides by a copy has what was written: as the facade lets them wait. */
    private Http.Answer copied(String path, Http.Answer answer) throws IOException {
        if (places.isCopied(path)) {
            String position = answer.header("RentWave-Position").orElseThrow();
            URI copy = at(ANYTHING);
            long end = System.nanoTime() + LATEST_COPY.toNanos();
            while (http.status(
                            copy,
                            "RentWave-Await",
                            position,
                            "RentWave-Await-Api",
                            Component.VEHICLES,
                            "RentWave-Await-Millis",
                            "5000")
                    != 200) {
                if (System.nanoTime() > end) {
                    throw new IOException("the copy at " + copy + " did not come to " + position + " within "
                            + LATEST_COPY.toSeconds() + " s");
                }
            }
        }
        return answer;
    }

    /** Rents something out, or writes something else that has an address of its own. */
    Thing add(String collection, String body, String... headers) throws IOException {
        Http.Answer answer = post(collection, body, headers);
        String id = answer.body().path("id").asText();
        return new Thing(
                this, collection + '/' + id, id, body, answer.header("ETag").orElse(""));
    }

    void topUp() throws IOException {
        post("/api/wallet/top-ups", "{\"amount\":1000000,\"currency\":\"EUR\"}");
    }

    /** @return the rental's id */
    String rent(Thing vehicle, String from, String to) throws IOException {
        String body = "{\"item\":{\"type\":\"vehicle\",\"id\":" + vehicle.id() + "},\"from\":\"" + from + "\",\"to\":\""
                + to + "\"}";
        return post("/api/rentals", body, "Idempotency-Key", UUID.randomUUID().toString())
                .body()
                .path("id")
                .asText();
    }

    /** Hands the requests what they need to come from this person. */
    void into(Map<String, Object> made) {
        made.put("token", token);
        made.put("ownerId", id);
        made.put("email", email);
    }

    URI at(String path) {
        return places.at(path);
    }

    String[] bearer(String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }
}
