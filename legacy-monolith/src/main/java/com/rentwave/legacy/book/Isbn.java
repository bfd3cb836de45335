package com.rentwave.legacy.book;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An International Standard Book Number (ISO 2108) of 13 digits, checksum included. The older form of ten digits names the
 * same book: it is the nine digits behind 978 with a check digit of its own, in which X stands for ten.
 */
record Isbn(long number) {

    private static final Pattern PARTED = Pattern.compile("[0-9]+([- ][0-9]+)*([- ]?[Xx])?");
    private static final Pattern LONG = Pattern.compile("97[89][0-9]{10}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{9}[0-9X]");
    private static final String BOOKLAND = "978";

    Isbn {
        if (!isValid(Long.toString(number))) {
            throw new IllegalArgumentException("not an ISBN: " + number);
        }
    }

    /** What is wrong with a text as an ISBN of 10 or 13 digits, hyphens or blanks between them allowed. */
    static Optional<String> fault(String text) {
        String digits = digits(text);
        if (!LONG.matcher(digits).matches() && !SHORT.matcher(digits).matches()) {
            return Optional.of("must be an ISBN of 10 or 13 digits");
        }
        return isValid(digits) ? Optional.empty() : Optional.of("must have the right check digit");
    }

    /** Reads either form; empty for what is not an ISBN. */
    static Optional<Isbn> parse(String text) {
        return fault(text).isPresent() ? Optional.empty() : Optional.of(new Isbn(thirteen(digits(text))));
    }

    /** As answers show it. */
    String text() {
        return Long.toString(number);
    }

    private static String digits(String text) {
        return PARTED.matcher(text).matches()
                ? text.replace("-", "").replace(" ", "").replace('x', 'X')
                : "";
    }

    private static boolean isValid(String digits) {
        return SHORT.matcher(digits).matches()
                ? digits.charAt(9) == checkOfTen(digits)
                : LONG.matcher(digits).matches() && digits.charAt(12) == checkOfThirteen(digits);
    }

    private static long thirteen(String digits) {
        if (digits.length() == 13) {
            return Long.parseLong(digits);
        }
        String first = BOOKLAND + digits.substring(0, 9);
        return Long.parseLong(first + checkOfThirteen(first));
    }

    /** Weights ten down to two; with the check digit the sum is a multiple of eleven. */
    private static char checkOfTen(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** Weights one and three in turn; with the check digit the sum is a multiple of ten. */
    private static char checkOfThirteen(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
