package com.rentwave.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A request to a service, in the making. */
public final class Call {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TokenMint mint;
    private final HttpRequest.Builder request;
    private final String method;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    /**
     * @param mint signs the tokens of those who call
     * @param port the service's
     * @param path with its query
     */
    public Call(TokenMint mint, int port, String method, String path) {
        this.mint = mint;
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        this.method = method;
    }

    /** Somebody who is signed in calls. */
    public Call by(long userId) {
        return header("Authorization", "Bearer " + mint.token(userId));
    }

    /** Under an idempotency key. */
    public Call keyed(String key) {
        return header("Idempotency-Key", key);
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Call json(String text) {
        return body("application/json", BodyPublishers.ofString(text));
    }

    public Call body(String type, HttpRequest.BodyPublisher publisher) {
        return body(publisher).header("Content-Type", type);
    }

    /** A body of no type. */
    public Call body(HttpRequest.BodyPublisher publisher) {
        body = publisher;
        return this;
    }

    /** @throws UncheckedIOException when no answer comes */
    public Reply send() {
        try {
            return new Reply(CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
