package com.rentwave.legacy.web;

import com.rentwave.legacy.web.JsonBody.JsonNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

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

    /** A string that may be left out, or say nothing. */
    public String text(String name, int longest, String otherwise) {
        Object value = known(name);
        return value == null ? otherwise : text(name, value, 0, longest);
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

    /** A whole number that may be left out; null counts as left out, and reads as null. */
    public Long wholeNumberOrNull(String name, long least, long most) {
        Object value = known(name);
        return value == null ? null : wholeNumber(name, value, least, most);
    }

    public Boolean flag(String name) {
        Object value = required(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        return wrong(name, "must be true or false");
    }

    public LocalDate date(String name) {
        return parsed(name, required(name), Words::date, "must be a date");
    }

    public <E extends Enum<E>> E word(String name, Class<E> words) {
        return parsed(name, required(name), text -> Words.find(words, text), Words.reason(words));
    }

    public String currency(String name) {
        return parsed(name, required(name), Words::currency, "must be an ISO 4217 currency code");
    }

    public String country(String name) {
        return parsed(name, required(name), Words::country, "must be an ISO 3166 country code");
    }

    /** A string that {@code parse} understands. */
    public <T> T parsed(String name, Function<String, Optional<T>> parse, String reason) {
        return parsed(name, required(name), parse, reason);
    }

    /** A string that may be left out, null then, and otherwise is one that {@code parse} understands. */
    public <T> T parsedOrNull(String name, Function<String, Optional<T>> parse, String reason) {
        return parsed(name, known(name), parse, reason);
    }

    private <T> T parsed(String name, Object value, Function<String, Optional<T>> parse, String reason) {
        if (value == null) {
            return null;
        }
        return value instanceof String text
                ? parse.apply(text).orElseGet(() -> wrong(name, reason))
                : wrong(name, "must be a string");
    }

    /** A text of lines that may be left out, empty then. */
    public String lines(String name, int longest) {
        Object value = known(name);
        if (value instanceof String text) {
            String lines = text.replace("\r\n", "\n");
            return text(name, lines.replace('\n', ' '), 0, longest) == null ? null : lines;
        }
        return value == null ? "" : wrong(name, "must be a string");
    }

    /** At least one string, each of {@code shortest} to {@code longest} characters that say something. */
    public List<String> list(String name, int most, int shortest, int longest) {
        List<String> texts = strings(name, required(name));
        if (texts == null) {
            return null;
        }
        if (texts.isEmpty() || texts.size() > most) {
            return wrong(name, "must have 1 to " + most + " entries");
        }
        for (int i = 0; i < texts.size(); i++) {
            text(name + '.' + i, texts.get(i), shortest, longest);
        }
        return texts;
    }

    /** Words in the order of their declaration; an absent field is an empty set. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> words) {
        Object value = known(name);
        List<String> texts = value == null ? List.of() : strings(name, value);
        if (texts == null) {
            return null;
        }
        Set<E> found = EnumSet.noneOf(words);
        for (int i = 0; i < texts.size(); i++) {
            Optional<E> word = Words.find(words, texts.get(i));
            if (word.isEmpty()) {
                refuse(name + '.' + i, Words.reason(words));
            } else if (!found.add(word.get())) {
                refuse(name + '.' + i, "must not be there twice");
            }
        }
        return found;
    }

    private List<String> strings(String name, Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> elements)
                || elements.stream().anyMatch(element -> !(element instanceof String))) {
            return wrong(name, "must be a list of strings");
        }
        return elements.stream().map(String.class::cast).toList();
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
