package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a description says about one place in a request or an answer.
 *
 * @param types JSON types that may stand there; empty when it says nothing about them
 * @param words the only values that may stand there; empty when it does not name them
 * @param required whether it is always there, or has to be sent
 * @param open whether anything may stand below it
 */
record Fact(SortedSet<String> types, List<String> words, boolean required, boolean open) {

    static final Fact THERE = new Fact(new TreeSet<>(), List.of(), true, false);

    /** Why a value cannot stand there; empty when it can. */
    Optional<String> refuses(JsonNode value) {
        String type = type(value);
        boolean fits = types.isEmpty() || types.contains(type) || type.equals("integer") && types.contains("number");
        if (!fits) {
            return Optional.of("is " + String.join(" or ", types) + ", not " + type);
        }
        return words.isEmpty() || value.isNull() || words.contains(value.asText())
                ? Optional.empty()
                : Optional.of("has no value " + value.asText());
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case NULL, MISSING -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BINARY -> "binary";
        };
    }

    @Override
    public String toString() {
        String all = (types.isEmpty() ? "" : String.join(" or ", types))
                + (words.isEmpty() ? "" : " of " + String.join(", ", words))
                + (required ? "" : " (optional)");
        return all.isBlank() ? "there" : all.strip();
    }
}
