package com.rentwave.cdc.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.cdc.publish.OutboxEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.apache.kafka.connect.data.Struct;

/** Reads the rows of an outbox, from the log or from the table, and writes them as the events that everybody reads. */
final class OutboxEvents {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final long MICROS = 1_000_000;

    private final OutboxTable table;
    private final String source;

    OutboxEvents(OutboxTable table, String source) {
        this.table = table;
        this.source = source;
    }

    OutboxEvent read(Struct row) {
        return event(
                row.getString(table.id()),
                row.getString(table.aggregateType()),
                row.getString(table.aggregateId()),
                row.getString(table.type()),
                row.getInt64(table.actor()),
                row.getString(table.trace()),
                instant(row.get(table.time())),
                row.getString(table.data()));
    }

    /** Debezium gives microseconds, or ISO 8601 when the column has a zone. */
    private static Instant instant(Object time) {
        return time instanceof Long micros
                ? Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000)
                : OffsetDateTime.parse((String) time).toInstant();
    }

    /** The events that the transaction of the connection sees, the oldest first. */
    void copy(Connection connection, Consumer<OutboxEvent> sink) throws SQLException {
        String query = "SELECT %s::text, %s, %s, %s, %s, %s, %s AS happened, %s::text FROM %s ORDER BY happened, ctid"
                .formatted(
                        table.id(),
                        table.aggregateType(),
                        table.aggregateId(),
                        table.type(),
                        table.actor(),
                        table.trace(),
                        table.time(),
                        table.data(),
                        table.name());
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.accept(read(rows));
                }
            }
        }
    }

    private OutboxEvent read(ResultSet rows) throws SQLException {
        long actor = rows.getLong(5);
        Long actorOrNull = rows.wasNull() ? null : Long.valueOf(actor);
        return event(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                actorOrNull,
                rows.getString(6),
                stored(rows),
                rows.getString(8));
    }

    private static Instant stored(ResultSet rows) throws SQLException {
        return rows.getMetaData().getColumnType(7) == java.sql.Types.TIMESTAMP
                        && "timestamp".equals(rows.getMetaData().getColumnTypeName(7))
                ? rows.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : rows.getObject(7, OffsetDateTime.class).toInstant();
    }

    private OutboxEvent event(
            String id,
            String aggregateType,
            String aggregateId,
            String type,
            Long actor,
            String trace,
            Instant time,
            String data) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("time", TIME.format(time))
                .put("source", source);
        json.putObject("aggregate").put("type", aggregateType).put("id", aggregateId);
        json.put("actor", actor).put("trace", trace);
        try {
            json.set("data", JSON.readTree(data));
            return new OutboxEvent(aggregateType + ':' + aggregateId, JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + id + " has data that are not JSON", e);
        }
    }
}
