package com.rentwave.cdc.capture;

import com.rentwave.cdc.publish.StreamEvent;
import com.rentwave.sync.ColumnType;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.MappingException;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowChange.Op;
import com.rentwave.sync.TableShape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Reads Debezium's records. What it does not know it refuses: nothing is skipped. */
final class SourceRecords {

    /** What Debezium puts in the place of a large value that an UPDATE did not change. */
    static final String UNCHANGED = "__rentwave_unchanged__";

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final long MICROS = 1_000_000;

    private final String prefix;
    private final Map<String, ApiTable> tables = new HashMap<>();
    private final String outbox;
    private final OutboxEvents events;

    /** @param prefix Debezium's topic prefix */
    SourceRecords(String prefix, CaptureSettings settings) {
        this.prefix = prefix + '.';
        this.outbox = "public." + settings.outbox().name();
        this.events = new OutboxEvents(settings.outbox(), settings.source());
        settings.apis().forEach(api -> api.tables().forEach(table -> {
            TableShape shape = table.shape(settings.side());
            tables.put("public." + shape.name(), new ApiTable(api.api(), shape));
        }));
    }

    private record ApiTable(String api, TableShape shape) {}

    /** @throws IllegalStateException when the record is none that was asked for */
    StreamEvent read(SourceRecord record) {
        String topic = record.topic();
        String name = topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
        Struct value = (Struct) record.value();
        switch (name) {
            case "transaction":
                return transaction(value, record);
            case "message":
                return mark(value.getStruct("message"), record);
            case "sync.ownership":
                return ownership(value);
            default:
                if (name.equals(outbox)) {
                    return event(value);
                }
                ApiTable table = tables.get(name);
                if (table == null) {
                    throw new IllegalStateException("an event of " + name + ", which is no table of an API");
                }
                return new StreamEvent.Row(table.api(), row(table.shape(), value));
        }
    }

    private static StreamEvent transaction(Struct value, SourceRecord record) {
        if (value.getString("status").equals("END")) {
            return new StreamEvent.Commit(lsn(record));
        }
        String id = value.getString("id");
        int colon = id.indexOf(':');
        return new StreamEvent.Begin(colon < 0 ? id : id.substring(0, colon));
    }

    private static StreamEvent mark(Struct message, SourceRecord record) {
        Object content = message.get("content");
        byte[] bytes = content instanceof ByteBuffer buffer ? bytes(buffer) : (byte[]) content;
        return new StreamEvent.Mark(
                message.getString("prefix"), new String(bytes, StandardCharsets.UTF_8), lsn(record));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static Lsn lsn(SourceRecord record) {
        return new Lsn((Long) record.sourceOffset().get("lsn"));
    }

    private static StreamEvent ownership(Struct value) {
        Struct after = value.getStruct("after");
        if (after == null) {
            throw new IllegalStateException("the ownership row was deleted");
        }
        return new StreamEvent.Ownership(after.getString("api"), after.getInt64("epoch"));
    }

    /** An event is what was inserted; that its row is deleted later means nothing. */
    private StreamEvent event(Struct value) {
        return value.getString("op").equals("c")
                ? new StreamEvent.Event(events.read(value.getStruct("after")))
                : new StreamEvent.Nothing();
    }

    private static RowChange row(TableShape table, Struct value) {
        Struct before = value.getStruct("before");
        Struct after = value.getStruct("after");
        String op = value.getString("op");
        return switch (op) {
            case "c" -> new RowChange(table.name(), Op.INSERT, row(table, after, null));
            case "u" -> new RowChange(table.name(), Op.UPDATE, row(table, after, before));
            case "d" -> new RowChange(table.name(), Op.DELETE, row(table, before, null));
            case "t" -> new RowChange(table.name(), Op.TRUNCATE, Map.of());
            default ->
                throw new IllegalStateException(
                        "operation " + op + " on " + table.name() + " cannot be carried to the other side");
        };
    }

    /** The row; a large value that did not change is taken from the old row, or left out when that does not have it. */
    private static Map<String, Object> row(TableShape table, Struct values, Struct old) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Field field : values.schema().fields()) {
            TableShape.Column column = table.column(field.name())
                    .orElseThrow(() -> new IllegalStateException(
                            "column " + table.name() + '.' + field.name() + " is not mapped"));
            Object value = values.get(field);
            if (UNCHANGED.equals(value)) {
                value = old == null ? UNCHANGED : old.get(field.name());
            }
            if (!UNCHANGED.equals(value)) {
                row.put(column.name(), canonical(table, column, value));
            }
        }
        return row;
    }

    private static Object canonical(TableShape table, TableShape.Column column, Object value) {
        try {
            return column.type().canonical(plain(column.type(), value));
        } catch (MappingException | ClassCastException e) {
            throw new IllegalStateException(table.name() + '.' + column.name() + ": " + e.getMessage(), e);
        }
    }

    private static Object plain(ColumnType type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay((Integer) value).toString();
            case TIMESTAMP -> TIMESTAMP.format(LocalDateTime.ofInstant(instant((Long) value), ZoneOffset.UTC));
            case TIMESTAMPTZ ->
                TIMESTAMP.format(OffsetDateTime.parse((String) value).withOffsetSameInstant(ZoneOffset.UTC)) + 'Z';
            case BIGINT, INTEGER, TEXT, BOOLEAN, JSONB -> value;
        };
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
