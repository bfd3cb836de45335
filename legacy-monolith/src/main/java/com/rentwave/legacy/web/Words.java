package com.rentwave.legacy.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that fields and parameters may have, and the phrases that say so. */
final class Words {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Words() {}

    static <E extends Enum<E>> Optional<E> find(Class<E> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst();
    }

    static <E extends Enum<E>> String reason(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ", "must be one of ", ""));
    }

    static String between(long least, long most) {
        return "must be between " + least + " and " + most;
    }

    /** A whole number of 64 bit, written with digits alone. */
    static OptionalLong wholeNumber(String text) {
        try {
            return text.matches("-?\\d{1,19}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static Optional<String> currency(String text) {
        try {
            return Optional.of(Currency.getInstance(text).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> country(String text) {
        return COUNTRIES.contains(text) ? Optional.of(text) : Optional.empty();
    }

    /** {@code 2026-12-01} */
    static Optional<LocalDate> date(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
