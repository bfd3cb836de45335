package com.rentwave.rental.peer;

import com.rentwave.service.outbox.Traces;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One other part of the system. Everything that is asked of it may be asked twice: reads, and writes that carry their own
 * id. So a kept connection that turns out to be closed is a reason to ask once more, and a silence is not.
 */
public final class Peer {

    private final HttpClient client;
    private final URI base;
    private final String name;
    private final String token;
    private final Duration longest;
    private final Semaphore places;

    Peer(HttpClient client, URI base, String name, String token, PeerProperties.Patience patience) {
        this.client = client;
        this.base = base;
        this.name = name;
        this.token = token;
        this.longest = patience.answer();
        this.places = new Semaphore(patience.atOnce());
    }

    /**
     * What it said.
     *
     * @param body its text, often a problem
     */
    public record Reply(int status, String body) {}

    /** @throws NotReachable when it did not say anything */
    public Reply get(String path) {
        return ask(request(path).GET().build());
    }

    /** @throws NotReachable when it did not say anything; it may have done what it was asked for all the same */
    public Reply post(String path, String json) {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(longest).header("Authorization", "Bearer " + token);
        String trace = Traces.current();
        if (trace != null) {
            long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
            request.header("traceparent", String.format("00-%s-%016x-01", trace, span));
        }
        return request;
    }

    private Reply ask(HttpRequest request) {
        if (!places.tryAcquire()) {
            throw new NotReachable(name, new IllegalStateException("too many requests wait for its answer"));
        }
        try {
            return insist(request);
        } finally {
            places.release();
        }
    }

    private Reply insist(HttpRequest request) {
        try {
            return send(request);
        } catch (HttpTimeoutException | ConnectException e) {
            throw new NotReachable(name, e);
        } catch (IOException closed) {
            try {
                return send(request);
            } catch (IOException e) {
                throw new NotReachable(name, e);
            }
        }
    }

    private Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReachable(name, e);
        }
    }
}
