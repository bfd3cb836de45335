package com.rentwave.legacy.web;

import com.rentwave.legacy.web.JsonBody.JsonNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields of a body, asked for one after another. What is wrong is collected in the order of asking, one reason for a
 * field; {@link #check} refuses the request with all of it. A field that is wrong reads as null.
 */
public final class Fields {

    private static final int MOST_ENTRIES = 30;
    private static final int LONGEST_NAME = 40;

    private final Map<String, Object> body;
    private final Set<String> known = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    Fields(Map<String, Object> body) {
        this.body = body;
    }

    /** Reads a body that must be one JSON object. */
    public static Fields of(byte[] body) {
        return new Fields(JsonBody.read(body));
    }

    /** A string of {@code shortest} to {@code longest} characters (code points) that says something. */
    public String text(String name, int shortest, int longest) {
        Object value = required(name);
        return value == null ? null : text(name, value, shortest, longest);
    }

    public Long wholeNumber(String name, long least, long most) {
        Object value = required(name);
        return value == null ? null : wholeNumber(name, value, least, most);
    }

    /** A whole number that may be left out; null counts as left out. */
    public Long wholeNumber(String name, long least, long most, long otherwise) {
        Object value = known(name);
        return value == null ? Long.valueOf(otherwise) : wholeNumber(name, value, least, most);
    }

    public Boolean flag(String name) {
        Object value = required(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        return wrong(name, "must be true or false");
    }

    public LocalDate date(String name) {
        Object value = required(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            return wrong(name, "must be a string");
        }
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : wrong(name, "must be a date");
        } catch (DateTimeException e) {
            return wrong(name, "must be a date");
        }
    }

    public <E extends Enum<E>> E word(String name, Class<E> words) {
        Object value = required(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            return wrong(name, "must be a string");
        }
        return Words.find(words, text).orElseGet(() -> wrong(name, Words.reason(words)));
    }

    public String currency(String name) {
        Object value = required(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            return wrong(name, "must be a string");
        }
        return Words.isCurrency(text) ? text : wrong(name, "must be an ISO 4217 currency code");
    }

    /** An object that may be left out, handed over to be read by its own fields. */
    public Fields object(String name) {
        Object value = required(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> members)) {
            return wrong(name, "must be an object");
        }
        Map<String, Object> copy = new TreeMap<>();
        members.forEach((key, member) -> copy.put((String) key, member));
        return new Fields(copy);
    }

    /** Free-form names and values, sorted by name; an absent field is an empty map. */
    public SortedMap<String, String> texts(String name, int longestValue) {
        SortedMap<String, String> texts = new TreeMap<>();
        Object value = known(name);
        if (value == null) {
            return texts;
        }
        if (!(value instanceof Map<?, ?> members)
                || members.values().stream().anyMatch(member -> !(member instanceof String))) {
            return wrong(name, "must be an object of strings");
        }
        if (members.size() > MOST_ENTRIES) {
            return wrong(name, "must have at most " + MOST_ENTRIES + " entries");
        }
        members.forEach((key, member) -> texts.put((String) key, (String) member));
        texts.forEach((key, member) -> entry(name, key, member, longestValue));
        return texts;
    }

    private void entry(String field, String key, String value, int longestValue) {
        int length = key.codePointCount(0, key.length());
        if (length < 1 || length > LONGEST_NAME || hasControlCharacters(key)) {
            once(field, "must have names of 1 to " + LONGEST_NAME + " characters");
        } else {
            text(field + '.' + key, value, 0, longestValue);
        }
    }

    /** Adds what no single field can tell. */
    public void refuse(String field, String reason) {
        errors.add(new FieldError(field, reason));
    }

    /** Takes over what is wrong with an object inside this body. */
    public void check(String prefix, Fields inner) {
        inner.unknown();
        inner.errors.forEach(error -> errors.add(new FieldError(prefix + '.' + error.field(), error.reason())));
    }

    /** Refuses the request unless every field was right and none is unknown. */
    public void check() {
        unknown();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private void unknown() {
        Set<String> unknown = new TreeSet<>(body.keySet());
        unknown.removeAll(known);
        unknown.forEach(name -> refuse(name, "is not a known field"));
    }

    private Object known(String name) {
        known.add(name);
        return body.get(name);
    }

    private Object required(String name) {
        Object value = known(name);
        if (value == null) {
            refuse(name, "is required");
        }
        return value;
    }

    private <T> T wrong(String name, String reason) {
        refuse(name, reason);
        return null;
    }

    private void once(String name, String reason) {
        FieldError error = new FieldError(name, reason);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    private String text(String name, Object value, int shortest, int longest) {
        if (!(value instanceof String text)) {
            return wrong(name, "must be a string");
        }
        if (hasControlCharacters(text)) {
            return wrong(name, "must not contain control characters");
        }
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            return wrong(name, "must have " + shortest + " to " + longest + " characters");
        }
        return shortest > 0 && text.isBlank() ? wrong(name, "must not be blank") : text;
    }

    private Long wholeNumber(String name, Object value, long least, long most) {
        OptionalLong given =
                value instanceof JsonNumber number ? Words.wholeNumber(number.text()) : OptionalLong.empty();
        if (given.isEmpty()) {
            return wrong(name, "must be a whole number");
        }
        long whole = given.getAsLong();
        return whole < least || whole > most ? wrong(name, Words.between(least, most)) : Long.valueOf(whole);
    }

    private static boolean hasControlCharacters(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF);
    }
}
