package com.rentwave.workload.books;

import java.util.Locale;
import java.util.Optional;

/** International Standard Book Numbers, ISO 2108: an ISBN-10 ends with a check digit modulo 11, an ISBN-13 modulo 10. */
final class Isbn {

    private static final String PREFIX = "978";

    private Isbn() {}

    /** The ISBN-13 of an ISBN-10 or ISBN-13, hyphens and blanks allowed; empty when its check digit is wrong. */
    static Optional<String> isbn13(String text) {
        String digits = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (digits.matches("[0-9]{9}[0-9X]")) {
            String beginning = PREFIX + digits.substring(0, 9);
            return rest11(digits) == 0 ? Optional.of(beginning + check13(beginning)) : Optional.empty();
        }
        boolean right = digits.matches("97[89][0-9]{10}") && check13(digits) == digits.charAt(12) - '0';
        return right ? Optional.of(digits) : Optional.empty();
    }

    private static int rest11(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0');
        }
        return sum % 11;
    }

    private static int check13(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
