package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways to spoil JSON. What is not there is left as it is. */
final class Spoilt {

    private Spoilt() {}

    /** Changes the field wherever an object has it. */
    static UnaryOperator<String> field(String name, BiConsumer<ObjectNode, JsonNode> change) {
        return objects(object -> {
            if (object.has(name)) {
                change.accept(object, object.get(name));
            }
        });
    }

    static UnaryOperator<String> renamed(String name, String other) {
        return field(name, (object, value) -> {
            object.remove(name);
            object.set(other, value);
        });
    }

    static UnaryOperator<String> removed(String name) {
        return field(name, (object, value) -> object.remove(name));
    }

    static UnaryOperator<String> asString(String name) {
        return field(name, (object, value) -> {
            if (!value.isContainerNode() && !value.isNull()) {
                object.put(name, value.asText());
            }
        });
    }

    static UnaryOperator<String> nulled(String name) {
        return field(name, (object, value) -> object.putNull(name));
    }

    static UnaryOperator<String> text(String name, UnaryOperator<String> change) {
        return field(name, (object, value) -> {
            if (value.isTextual()) {
                object.put(name, change.apply(value.asText()));
            }
        });
    }

    /** Visits every object, the outermost first. */
    static UnaryOperator<String> objects(Consumer<ObjectNode> visitor) {
        return body -> {
            JsonNode json = parse(body);
            if (json == null || !json.isContainerNode()) {
                return body;
            }
            JsonNode before = json.deepCopy();
            visit(json, visitor);
            return json.equals(before) ? body : json.toString();
        };
    }

    static UnaryOperator<byte[]> message(UnaryOperator<String> change) {
        return bytes -> change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static void visit(JsonNode node, Consumer<ObjectNode> visitor) {
        if (node instanceof ObjectNode object) {
            visitor.accept(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> visit(child, visitor));
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? null : Http.JSON.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }
}
