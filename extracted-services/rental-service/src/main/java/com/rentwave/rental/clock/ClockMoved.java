package com.rentwave.rental.clock;

/** The business clock has been moved; published before its mover gets an answer. */
public record ClockMoved() {}
