package com.rentwave.legacy.outbox;

import com.rentwave.legacy.web.Times;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * An event as it came from Kafka, told by the monolith or by a service that took over.
 *
 * @param id the same however often it is received
 * @param time when it happened, UTC
 * @param source who told it
 * @param actor id of the user who did it; null when a timer did
 * @param trace of the request that caused it, 32 hex digits, or null
 */
public record ReceivedEvent(
        UUID id,
        String type,
        LocalDateTime time,
        String source,
        String aggregateType,
        String aggregateId,
        Long actor,
        String trace,
        JsonObject data) {

    /** @throws IllegalArgumentException when the bytes are not an event */
    static ReceivedEvent parse(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes == null ? new byte[0] : bytes))) {
            JsonObject json = reader.readObject();
            JsonObject aggregate = json.getJsonObject("aggregate");
            return new ReceivedEvent(
                    UUID.fromString(json.getString("id")),
                    json.getString("type"),
                    Times.parse(json.getString("time")),
                    json.getString("source"),
                    aggregate.getString("type"),
                    aggregate.getString("id"),
                    json.isNull("actor") ? null : json.getJsonNumber("actor").longValueExact(),
                    json.isNull("trace") ? null : json.getString("trace"),
                    json.getJsonObject("data"));
        } catch (JsonException
                | ClassCastException
                | NullPointerException
                | DateTimeException
                | ArithmeticException e) {
            throw new IllegalArgumentException("not an event: " + e, e);
        }
    }
}
