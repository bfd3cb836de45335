package com.rentwave.vehicle.web;

import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleQuery.After;
import com.rentwave.vehicle.VehicleSort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next page of a list begins, as clients carry it. Either side understands the other one's. */
final class Cursor {

    private static final Pattern FORM =
            Pattern.compile("(newest|price|-price):(0|[1-9][0-9]{0,17}):([1-9][0-9]{0,17})");

    private Cursor() {}

    static String after(Vehicle last, VehicleSort sort) {
        long key = sort == VehicleSort.NEWEST
                ? ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt())
                : last.pricePerDay();
        return encode(sort.word() + ':' + key + ':' + last.id());
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty when the text is no cursor, or one of a list in another order. */
    static Optional<After> parse(String text, VehicleSort sort) {
        try {
            Matcher m = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            boolean ours = m.matches()
                    && m.group(1).equals(sort.word())
                    && encode(m.group()).equals(text);
            return ours
                    ? Optional.of(new After(Long.parseLong(m.group(2)), Long.parseLong(m.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
