package com.rentwave.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** JSON requests that have to succeed. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** An answer with its headers. */
    record Answer(HttpResponse<String> response, JsonNode body) {

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    Answer get(URI uri, String... headers) throws IOException {
        return send(with(HttpRequest.newBuilder(uri).GET(), headers));
    }

    Answer delete(URI uri, String... headers) throws IOException {
        return send(with(HttpRequest.newBuilder(uri).DELETE(), headers));
    }

    /** The status of an answer that may be a refusal. */
    int status(URI uri, String... headers) throws IOException {
        return exchange(with(HttpRequest.newBuilder(uri).GET(), headers)).statusCode();
    }

    Answer post(URI uri, String body, String... headers) throws IOException {
        return send("POST", uri, body, headers);
    }

    Answer put(URI uri, String body, String... headers) throws IOException {
        return send("PUT", uri, body, headers);
    }

    private Answer send(String method, URI uri, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(with(request, headers));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder builder) throws IOException {
        HttpResponse<String> response = exchange(builder);
        String what = what(response.request());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(what + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return new Answer(response, JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new IOException(what + " did not answer with JSON", e);
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(what(request) + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what(request) + " was interrupted", e);
        }
    }

    private static String what(HttpRequest request) {
        return request.method() + ' ' + request.uri();
    }
}
