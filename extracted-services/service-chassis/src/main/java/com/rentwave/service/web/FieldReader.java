package com.rentwave.service.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of a JSON object one after the other and collects what is wrong with them: one reason for each, the
 * first that applies of type, control characters, length, blank. A value that is wrong or missing is read as null.
 */
public final class FieldReader {

    private final JsonNode object;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    public FieldReader(JsonNode object) {
        this.object = object;
    }

    public String text(String name, int shortest, int longest) {
        JsonNode node = required(name);
        return node == null ? null : text(name, node, shortest, longest);
    }

    public Long whole(String name, long least, long most) {
        JsonNode node = required(name);
        return node == null ? null : whole(name, node, least, most);
    }

    public Long whole(String name, long least, long most, long otherwise) {
        JsonNode node = optional(name);
        return node == null ? Long.valueOf(otherwise) : whole(name, node, least, most);
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            return wrong(name, "must be a string");
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(node.stringValue())) {
                return constant;
            }
        }
        return wrong(name, oneOf(type));
    }

    public Boolean flag(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : wrong(name, "must be true or false");
    }

    public String currency(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            return wrong(name, "must be a string");
        }
        try {
            return Currency.getInstance(node.stringValue()).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return wrong(name, "must be an ISO 4217 currency code");
        }
    }

    public LocalDate date(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            return wrong(name, "must be a string");
        }
        Optional<LocalDate> date = Dates.parse(node.stringValue());
        return date.isPresent() ? date.get() : wrong(name, "must be a date");
    }

    /** An object inside this one, to be read by a reader of its own. */
    public FieldReader object(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        return node.isObject() ? new FieldReader(node) : wrong(name, "must be an object");
    }

    /** Takes over what is wrong with an object inside this one, when all of it has been read. */
    public void take(String name, FieldReader inner) {
        inner.refuseUnknown();
        inner.errors.forEach(error -> wrong(name + '.' + error.field(), error.reason()));
    }

    /** An object of strings, empty when it is missing. */
    public SortedMap<String, String> strings(String name, int mostEntries, int longestKey, int longestValue) {
        JsonNode node = optional(name);
        SortedMap<String, String> strings = new TreeMap<>();
        if (node == null) {
            return strings;
        }
        if (!node.isObject() || !node.valueStream().allMatch(JsonNode::isString)) {
            return wrong(name, "must be an object of strings");
        }
        if (node.size() > mostEntries) {
            return wrong(name, "must have at most " + mostEntries + " entries");
        }
        for (String key : new TreeSet<>(node.propertyNames())) {
            if (key.isEmpty() || length(key) > longestKey || hasControlCharacters(key)) {
                once(name, "must have names of 1 to " + longestKey + " characters");
            } else {
                strings.put(key, text(name + '.' + key, node.get(key), 0, longestValue));
            }
        }
        return strings;
    }

    private void once(String name, String reason) {
        FieldError error = new FieldError(name, reason);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /** Adds a reason that needs more than one field. */
    public <T> T wrong(String name, String reason) {
        errors.add(new FieldError(name, reason));
        return null;
    }

    /** @throws Refusal when anything was wrong, members that nobody has asked for included */
    public void finish() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw new Refusal(Problem.invalidFields(errors));
        }
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(object.propertyNames())) {
            if (!known.contains(name)) {
                wrong(name, "is not a known field");
            }
        }
    }

    public static <E extends Enum<E>> String oneOf(Class<E> type) {
        return "must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private JsonNode optional(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private JsonNode required(String name) {
        JsonNode node = optional(name);
        return node == null ? wrong(name, "is required") : node;
    }

    private Long whole(String name, JsonNode node, long least, long most) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            return wrong(name, "must be a whole number");
        }
        long value = node.longValue();
        return value < least || value > most
                ? wrong(name, "must be between " + least + " and " + most)
                : Long.valueOf(value);
    }

    private String text(String name, JsonNode node, int shortest, int longest) {
        if (!node.isString()) {
            return wrong(name, "must be a string");
        }
        String text = node.stringValue();
        if (hasControlCharacters(text)) {
            return wrong(name, "must not contain control characters");
        }
        int length = length(text);
        if (length < shortest || length > longest) {
            return wrong(name, "must have " + shortest + " to " + longest + " characters");
        }
        if (shortest > 0 && text.isBlank()) {
            return wrong(name, "must not be blank");
        }
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Surrogates that stand alone count as such: no database and no UTF-8 can hold them. */
    private static boolean hasControlCharacters(String text) {
        return text.codePoints()
                .anyMatch(
                        c -> Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
