package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;

/**
 * Requests that RentWave's parts and operators send to a component, and users never.
 *
 * @param token what they prove themselves with; null when it is not known
 */
record InternalCalls(Http http, String token) {

    boolean arePossible() {
        return token != null;
    }

    void post(URI base, String path, String body) throws IOException {
        http.post(URI.create(base + path), body, bearer());
    }

    void put(URI base, String path, String body) throws IOException {
        http.put(URI.create(base + path), body, bearer());
    }

    private String[] bearer() throws IOException {
        if (token == null) {
            throw new IOException("this state needs --internal-token-file");
        }
        return new String[] {"Authorization", "Bearer " + token};
    }
}
