package com.rentwave.legacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request to the running monolith. */
final class Call {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private RunningMonolith server = RunningMonolith.get();
    private BodyPublisher body = BodyPublishers.noBody();
    private boolean judged = true;

    private Call(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** What came back. */
    record Reply(int status, String body, Map<String, String> headers) {

        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }

        String problem() {
            return body.replaceFirst("(?s).*urn:rentwave:problem:([a-z-]+).*", "$1");
        }

        /** Value of a member that occurs once, as it stands in the body. */
        String member(String name) {
            return body.replaceFirst("(?s).*\"" + name + "\":\"?([^\",}]*).*", "$1");
        }

        long id() {
            return Long.parseLong(body.replaceFirst("(?s)^\\{\"id\":(\\d+).*", "$1"));
        }
    }

    static Call call(String method, String path) {
        return new Call(method, path);
    }

    Call by(Person person) {
        return header("Authorization", "Bearer " + person.token());
    }

    /** Sends it to another server than the usual one. */
    Call to(RunningMonolith other) {
        server = other;
        return this;
    }

    Call key(String key) {
        return header("Idempotency-Key", key);
    }

    Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** For an answer that the test itself has planted: it need not be as the API's description says. */
    Call planted() {
        judged = false;
        return this;
    }

    Call json(String text) {
        return body("application/json", BodyPublishers.ofString(text));
    }

    Call body(String type, BodyPublisher publisher) {
        return body(publisher).header("Content-Type", type);
    }

    /** A body of no type. */
    Call body(BodyPublisher publisher) {
        body = publisher;
        return this;
    }

    Reply send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Map<String, String> got = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> got.put(name, String.join(",", values)));
            Reply reply = new Reply(response.statusCode(), response.body(), got);
            return judged ? Described.checked(method, path, reply) : reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
