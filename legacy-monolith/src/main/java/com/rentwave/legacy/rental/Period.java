package com.rentwave.legacy.rental;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days, half open: the thing is free again on the day {@code to}. */
record Period(LocalDate from, LocalDate to) {

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
