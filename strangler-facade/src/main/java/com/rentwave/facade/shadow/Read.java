package com.rentwave.facade.shadow;

import java.util.Map;

/**
 * A read that both sides can be asked.
 *
 * @param api the API
 * @param path path and query
 * @param headers what decides the answer: who asks, what is accepted, which version is known
 */
public record Read(String api, String path, Map<String, String> headers) {

    public Read {
        headers = Map.copyOf(headers);
    }
}
