package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who is signed in at a provider, and does there what people do.
 *
 * @param http sends it
 * @param provider base address, where they rent
 * @param elsewhere base address for all else
 * @param id of the account
 * @param email of the account
 * @param token of the sign-in
 */
record Person(Http http, URI provider, URI elsewhere, String id, String email, String token) {

    /** @throws IOException when it is refused */
    Http.Answer get(String path) throws IOException {
        return http.get(at(path), bearer());
    }

    Http.Answer post(String path, String body, String... headers) throws IOException {
        return http.post(at(path), body, bearer(headers));
    }

    Http.Answer put(String path, String body, String... headers) throws IOException {
        return http.put(at(path), body, bearer(headers));
    }

    Http.Answer delete(String path) throws IOException {
        return http.delete(at(path), bearer());
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
        return URI.create((path.startsWith("/api/rentals") ? provider : elsewhere) + path);
    }

    String[] bearer(String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }
}
