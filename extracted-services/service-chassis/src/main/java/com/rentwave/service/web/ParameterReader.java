package com.rentwave.service.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the parameters of a list one after the other and collects what is wrong with them in the order of asking. Unknown
 * ones are ignored, of repeated ones the first counts.
 */
public final class ParameterReader {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final int MOST_ITEMS = 100;
    private static final int USUAL_ITEMS = 20;

    private final QueryString parameters;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param query the part of the address after the question mark, or null */
    public ParameterReader(String query) {
        this.parameters = QueryString.parse(query);
    }

    /** How many items a page has at most. */
    public int limit() {
        return number("limit", 1, MOST_ITEMS).orElse(USUAL_ITEMS);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.first(name));
    }

    public List<String> all(String name) {
        return parameters.all(name);
    }

    public OptionalInt number(String name, int least, int most) {
        OptionalLong number = whole(name, least, most);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    public OptionalLong whole(String name, long least, long most) {
        String text = parameters.first(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : notANumber();
            return value < least || value > most
                    ? wrong(name, "must be between " + least + " and " + most, OptionalLong.empty())
                    : OptionalLong.of(value);
        } catch (NumberFormatException e) {
            return wrong(name, "must be a whole number", OptionalLong.empty());
        }
    }

    private static long notANumber() {
        throw new NumberFormatException();
    }

    public <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return parsed(
                name,
                text -> Stream.of(type.getEnumConstants())
                        .filter(c -> c.name().equals(text))
                        .findFirst(),
                FieldReader.oneOf(type));
    }

    public Optional<Boolean> flag(String name) {
        return parsed(
                name,
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                "must be true or false");
    }

    public Optional<LocalDate> date(String name) {
        return parsed(name, Dates::parse, "must be a date");
    }

    /** A text that {@code parse} understands. */
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parse, String reason) {
        return text(name).flatMap(text -> parse.apply(text).or(() -> wrong(name, reason, Optional.empty())));
    }

    /** Notes that a parameter is wrong. */
    public <T> T wrong(String name, String reason, T instead) {
        errors.add(new FieldError(name, reason));
        return instead;
    }

    /** @throws Refusal when anything was wrong */
    public void check() {
        if (!errors.isEmpty()) {
            throw new Refusal(Problem.invalidParameters(errors));
        }
    }
}
