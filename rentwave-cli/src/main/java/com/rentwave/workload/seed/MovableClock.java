package com.rentwave.workload.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The clock by which RentWave judges rentals, {@code /internal/clock}; it can be moved where the operator allows it. */
public final class MovableClock {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    /** @param internal the own address of a part that has such a clock; the facade shows nothing internal */
    public MovableClock(URI internal, String token) {
        this.address = internal.resolve("/internal/clock");
        this.token = token;
    }

    /** Whether it can be moved; a clock that does not answer cannot. */
    public boolean isMovable() {
        try {
            return ask(request().GET()).path("movable").asBoolean();
        } catch (IOException e) {
            return false;
        }
    }

    /** How far it is ahead of the real time. */
    public Duration offset() throws IOException {
        return Duration.parse(ask(request().GET()).path("offset").asText());
    }

    /** The day by this clock, in UTC. */
    public LocalDate today() throws IOException {
        return Instant.parse(ask(request().GET()).path("now").asText())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** @param offset how far it is ahead of the real time from now on */
    /** @param offset how far it shall be ahead of the real time */
    public void move(Duration offset) throws IOException {
        ask(request()
                .PUT(BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}"))
                .header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("the clock answers " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
