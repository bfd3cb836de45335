package com.rentwave.legacy.notification;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Amounts and days as people read them. */
final class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private Sentences() {}

    /** {@code €45.00} */
    static String money(long minorUnits, String code) {
        Currency currency = Currency.getInstance(code);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.UK);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minorUnits, digits));
    }

    /** {@code 3 December 2026} */
    static String day(String date) {
        return DAY.format(LocalDate.parse(date));
    }

    /** {@code from 1 to 3 December 2026}, as short as it can be said. */
    static String period(String from, String to) {
        LocalDate first = LocalDate.parse(from);
        LocalDate last = LocalDate.parse(to);
        String begin = first.getYear() != last.getYear()
                ? DAY.format(first)
                : first.getMonth() != last.getMonth()
                        ? DAY_OF_YEAR.format(first)
                        : Integer.toString(first.getDayOfMonth());
        return "from " + begin + " to " + DAY.format(last);
    }
}
