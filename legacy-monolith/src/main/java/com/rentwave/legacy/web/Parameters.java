package com.rentwave.legacy.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The parameters of a list's query, asked for one after another; unknown ones are ignored, of repeated ones the first
 * counts. What is wrong is collected in the order of asking.
 */
public final class Parameters {

    private static final int MOST_ITEMS = 100;
    private static final int USUAL_ITEMS = 20;

    private final Map<String, List<String>> given = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    /** @param query the part of the address behind the question mark, or null */
    public Parameters(String query) {
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            given.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
    }

    /** A percent sign that escapes nothing is a percent sign. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** How many items a page has at most. */
    public int limit() {
        return wholeNumber("limit", 1, MOST_ITEMS).map(Long::intValue).orElse(USUAL_ITEMS);
    }

    public Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    public Optional<Long> wholeNumber(String name, long least, long most) {
        return text(name).flatMap(text -> {
            OptionalLong value = Words.wholeNumber(text);
            if (value.isEmpty()) {
                return wrong(name, "must be a whole number");
            }
            long whole = value.getAsLong();
            return whole < least || whole > most ? wrong(name, Words.between(least, most)) : Optional.of(whole);
        });
    }

    public Optional<Boolean> flag(String name) {
        return text(name).flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> wrong(name, "must be true or false");
        });
    }

    public Optional<String> currency(String name) {
        return parsed(name, Words::currency, "must be an ISO 4217 currency code");
    }

    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return text(name).flatMap(text -> Words.find(words, text).or(() -> wrong(name, Words.reason(words))));
    }

    public Optional<LocalDate> date(String name) {
        return parsed(name, Words::date, "must be a date");
    }

    /** A parameter that may be repeated, each time with another word. */
    public <E extends Enum<E>> List<E> words(String name, Class<E> words) {
        List<Optional<E>> found =
                all(name).stream().map(text -> Words.find(words, text)).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            wrong(name, Words.reason(words));
        }
        return found.stream().flatMap(Optional::stream).toList();
    }

    public Optional<String> country(String name) {
        return parsed(name, Words::country, "must be an ISO 3166 country code");
    }

    /** A text that {@code parse} understands. */
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parse, String reason) {
        return text(name).flatMap(text -> parse.apply(text).or(() -> wrong(name, reason)));
    }

    /** A word that is written differently from any constant's name. */
    public <T> Optional<T> oneOf(String name, Function<String, Optional<T>> find, String words) {
        return parsed(name, find, "must be one of " + words);
    }

    /** Notes that a parameter is wrong. */
    public <T> Optional<T> wrong(String name, String reason) {
        errors.add(new FieldError(name, reason));
        return Optional.empty();
    }

    /** Refuses the request unless every parameter was right. */
    public void check() {
        if (!errors.isEmpty()) {
            throw Refusal.invalidParameters(errors);
        }
    }
}
