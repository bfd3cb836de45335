package com.rentwave.system.parity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * One request that both sides must answer alike.
 *
 * @param name what it is about
 * @param request the request, with the ids and tags of the subject it goes to
 */
record ParityCase(String name, Function<Subject, Sent> request) {

    /**
     * @param body null for none
     * @param headers header names and values; an Authorization header of the empty text is left out
     */
    record Sent(String method, String path, byte[] body, Map<String, String> headers) {

        static Sent of(String method, String path, String body, Map<String, String> headers) {
            return new Sent(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
