package com.rentwave.legacy.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads a body that must be one JSON object: strict UTF-8, no member twice, nothing after it. Values become String,
 * Boolean, {@link JsonNumber}, Map, List or null.
 */
final class JsonBody {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(null);
    private static final int DEEPEST = 500;

    /** A number as it was written, because 1, 1.0 and 1e0 are not the same to a field that wants a whole number. */
    record JsonNumber(String text) {}

    private JsonBody() {}

    static Map<String, Object> read(byte[] bytes) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(decode(bytes)))) {
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw notJson();
            }
            Map<String, Object> object = object(parser, 1);
            if (parser.hasNext()) {
                throw notJson();
            }
            return object;
        } catch (JsonException | NoSuchElementException | IllegalStateException | CharacterCodingException e) {
            throw notJson();
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Map<String, Object> object(JsonParser parser, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.next() != Event.END_OBJECT) {
            String name = parser.getString();
            if (members.containsKey(name)) {
                throw notJson();
            }
            members.put(name, value(parser, parser.next(), depth));
        }
        return members;
    }

    private static List<Object> array(JsonParser parser, int depth) {
        List<Object> elements = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            elements.add(value(parser, event, depth));
        }
        return elements;
    }

    private static Object value(JsonParser parser, Event event, int depth) {
        boolean deeper = event == Event.START_OBJECT || event == Event.START_ARRAY;
        if (deeper && depth >= DEEPEST) {
            throw notJson();
        }
        return switch (event) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> array(parser, depth + 1);
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw notJson();
        };
    }

    private static Refusal notJson() {
        return Refusal.of(Problem.INVALID_JSON, "The body is not one valid JSON object in UTF-8.");
    }
}
