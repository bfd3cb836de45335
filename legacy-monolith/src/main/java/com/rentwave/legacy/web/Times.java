package com.rentwave.legacy.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the database keeps them (UTC without a zone, microseconds) and as answers show them. */
public final class Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Times() {}

    public static LocalDateTime now(Clock clock) {
        return LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** {@code 2026-11-20T09:00:00.123456Z} */
    public static String text(LocalDateTime utc) {
        return FORM.format(utc);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws java.time.DateTimeException when it is something else
     */
    public static LocalDateTime parse(String text) {
        return LocalDateTime.parse(text, FORM);
    }

    public static long micros(LocalDateTime utc) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, utc.toInstant(ZoneOffset.UTC));
    }

    public static LocalDateTime ofMicros(long micros) {
        return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
