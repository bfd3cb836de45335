package com.rentwave.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wire form of a {@link RowRecord}: one JSON object in UTF-8. Reading is strict; what it does not know it refuses. */
public final class RowRecordJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

    private RowRecordJson() {}

    public static byte[] write(RowRecord record) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(256 + 512 * record.changes().size());
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            write(record, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(RowRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", record.kind().name());
        json.writeStringField("api", record.api());
        json.writeStringField("side", record.side().word());
        json.writeNumberField("epoch", record.epoch());
        json.writeStringField("systemId", record.systemId());
        json.writeNumberField("timeline", record.timeline());
        json.writeStringField("lsn", record.lsn().toString());
        json.writeStringField("tx", record.tx());
        json.writeNumberField("part", record.part());
        json.writeBooleanField("last", record.last());
        json.writeStringField("barrier", record.barrier());
        json.writeArrayFieldStart("changes");
        for (RowChange change : record.changes()) {
            write(change, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(RowChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", change.table());
        json.writeStringField("op", change.op().name());
        json.writeObjectFieldStart("row");
        for (Map.Entry<String, Object> column : change.row().entrySet()) {
            json.writeFieldName(column.getKey());
            writeValue(column.getValue(), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeValue(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException("no wire form for " + value.getClass());
        }
    }

    /** @throws IllegalArgumentException when the bytes are not a row record */
    public static RowRecord read(byte[] bytes) {
        JsonNode json;
        try {
            json = READER.readValue(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a row record: " + e.getMessage(), e);
        }
        List<RowChange> changes = new ArrayList<>();
        field(json, "changes").forEach(change -> changes.add(readChange(change)));
        return new RowRecord(
                RowRecord.Kind.valueOf(text(json, "kind")),
                text(json, "api"),
                Side.of(text(json, "side")),
                number(json, "epoch"),
                text(json, "systemId"),
                Math.toIntExact(number(json, "timeline")),
                Lsn.parse(text(json, "lsn")),
                optionalText(json, "tx"),
                Math.toIntExact(number(json, "part")),
                flag(json, "last"),
                optionalText(json, "barrier"),
                changes);
    }

    private static RowChange readChange(JsonNode json) {
        Map<String, Object> row = new LinkedHashMap<>();
        field(json, "row").properties().forEach(column -> row.put(column.getKey(), readValue(column)));
        return new RowChange(text(json, "table"), RowChange.Op.valueOf(text(json, "op")), row);
    }

    private static Object readValue(Map.Entry<String, JsonNode> column) {
        JsonNode value = column.getValue();
        if (value.isNull()) {
            return null;
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        throw new IllegalArgumentException("not a row record: no value form for column " + column.getKey());
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode value = json == null ? null : json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("not a row record: no " + name);
        }
        return value;
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("not a row record: " + name + " is not a string");
        }
        return value.textValue();
    }

    private static String optionalText(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : text(json, name);
    }

    private static long number(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("not a row record: " + name + " is not a whole number");
        }
        return value.longValue();
    }

    private static boolean flag(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("not a row record: " + name + " is not true or false");
        }
        return value.booleanValue();
    }
}
