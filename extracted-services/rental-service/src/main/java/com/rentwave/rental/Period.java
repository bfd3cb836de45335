package com.rentwave.rental;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days, half open: the thing is free again on the day {@code to}. */
public record Period(LocalDate from, LocalDate to) {

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
