package com.rentwave.legacy.web;

import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The words that fields and parameters may have, and the phrases that say so. */
final class Words {

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

    static boolean isCurrency(String text) {
        try {
            return Currency.getInstance(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
