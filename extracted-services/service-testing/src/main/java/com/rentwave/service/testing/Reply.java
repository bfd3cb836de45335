package com.rentwave.service.testing;

import java.net.http.HttpResponse;

/** What a service answered. */
public record Reply(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** Null when it is not there. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
