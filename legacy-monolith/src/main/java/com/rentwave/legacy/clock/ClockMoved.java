package com.rentwave.legacy.clock;

/** The business clock has been moved; fired before its mover gets an answer. */
public record ClockMoved() {}
