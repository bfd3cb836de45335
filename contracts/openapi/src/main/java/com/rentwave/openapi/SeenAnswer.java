package com.rentwave.openapi;

import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it came from a running part.
 *
 * @param path of the request, raw, without a query
 * @param headers by name, whatever the case
 */
public record SeenAnswer(String method, String path, int status, Map<String, String> headers, String body) {

    public SeenAnswer {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    /** Without parameters such as the charset; empty when there is none. */
    String mediaType() {
        return headers.getOrDefault("Content-Type", "").split(";")[0].strip();
    }
}
