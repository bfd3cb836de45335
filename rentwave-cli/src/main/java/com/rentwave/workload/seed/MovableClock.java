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
import java.util.List;

/**
 * The clock by which RentWave judges rentals, {@code /internal/clock}; it can be moved where the operator allows it. Each
 * side of rentals has one, and they are moved together: whoever owns rentals then goes by the same day.
 */
public final class MovableClock {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> sides;
    private final String token;

    /** @param sides the own addresses of the parts that have such a clock; the facade shows nothing internal */
    public MovableClock(List<URI> sides, String token) {
        this.sides = sides.stream().map(side -> side.resolve("/internal/clock")).toList();
        this.token = token;
    }

    /** Whether it can be moved at every side; a clock that does not answer cannot. */
    public boolean isMovable() {
        return sides.stream().allMatch(this::isMovable);
    }

    private boolean isMovable(URI side) {
        try {
            return ask(request(side).GET()).path("movable").asBoolean();
        } catch (IOException e) {
            return false;
        }
    }

    /** How far it is ahead of the real time. */
    public Duration offset() throws IOException {
        return Duration.parse(ask(request(sides.get(0)).GET()).path("offset").asText());
    }

    /** The day by this clock, in UTC. */
    public LocalDate today() throws IOException {
        return Instant.parse(ask(request(sides.get(0)).GET()).path("now").asText())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** @param offset how far it is ahead of the real time from now on */
    public void move(Duration offset) throws IOException {
        for (URI side : sides) {
            ask(request(side)
                    .PUT(BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}"))
                    .header("Content-Type", "application/json"));
        }
    }

    private HttpRequest.Builder request(URI side) {
        return HttpRequest.newBuilder(side).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + token);
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
