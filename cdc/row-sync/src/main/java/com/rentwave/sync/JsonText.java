package com.rentwave.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** JSON objects of strings in one form: keys sorted by {@link String#compareTo}, no white space. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    static String canonical(String json) {
        return json == null ? null : write(read(json));
    }

    static SortedMap<String, String> read(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MappingException("not JSON: " + e.getOriginalMessage());
        }
        if (!(node instanceof ObjectNode)) {
            throw new MappingException("not a JSON object");
        }
        SortedMap<String, String> map = new TreeMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw new MappingException("the value of " + entry.getKey() + " is not a string");
            }
            map.put(entry.getKey(), entry.getValue().textValue());
        });
        return map;
    }

    static String write(SortedMap<String, String> map) {
        try {
            return MAPPER.writeValueAsString((Map<String, String>) map);
        } catch (JsonProcessingException e) {
            throw new MappingException("no JSON form: " + e.getOriginalMessage());
        }
    }
}
