package com.rentwave.vehicle.service;

import com.rentwave.vehicle.application.VehicleServiceApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service of this JVM's tests, and a client of it. Starts with the first test that asks for it. */
final class TestService {

    static final long ALICE = 1;
    static final long BOB = 2;
    static final String INTERNAL_TOKEN = "the internal token";

    private static final AtomicLong EPOCH = new AtomicLong();
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final TokenMint MINT = new TokenMint();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConfigurableApplicationContext APPLICATION = SpringApplication.run(
            VehicleServiceApplication.class,
            "--server.port=0",
            "--rentwave.database.url=" + DATABASE.url(),
            "--rentwave.kafka.bootstrap-servers=127.0.0.1:1",
            "--rentwave.jwks.uri=" + MINT.address(),
            "--rentwave.internal-token=" + INTERNAL_TOKEN,
            "--logging.structured.format.console=");

    private TestService() {}

    static TestDatabase database() {
        return DATABASE;
    }

    static TokenMint mint() {
        return MINT;
    }

    static <T> T bean(Class<T> type) {
        return APPLICATION.getBean(type);
    }

    static int port() {
        return ((WebServerApplicationContext) APPLICATION).getWebServer().getPort();
    }

    /** An empty service that owns vehicles, in an epoch of its own. */
    static long owns() {
        long epoch = nextEpoch();
        DATABASE.giveOwnership(epoch);
        DATABASE.execute("DELETE FROM vehicle", "DELETE FROM vehicle_idempotency", "DELETE FROM sync.apply_position");
        return epoch;
    }

    static long nextEpoch() {
        return EPOCH.addAndGet(10);
    }

    static Call call(String method, String path) {
        return new Call(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)),
                method,
                BodyPublishers.noBody());
    }

    /** A request in the making. */
    record Call(HttpRequest.Builder request, String method, HttpRequest.BodyPublisher body) {

        Call by(long userId) {
            return header("Authorization", "Bearer " + MINT.token(userId));
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call json(String text) {
            return body("application/json", BodyPublishers.ofString(text));
        }

        Call body(String type, HttpRequest.BodyPublisher publisher) {
            request.header("Content-Type", type);
            return new Call(request, method, publisher);
        }

        Reply send() {
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

    /** What came back. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
