package com.rentwave.rental;

import java.time.LocalDate;

/**
 * A day on which a thing was not back.
 *
 * @param number 1 for the first day late
 * @param fee whole minor units of the rental's currency
 */
public record LateDay(LocalDate day, int number, long fee) {}
