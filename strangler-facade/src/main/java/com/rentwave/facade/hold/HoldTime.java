package com.rentwave.facade.hold;

/**
 * How many requests were held for the same time.
 *
 * @param millis the time, in milliseconds, rounded up
 * @param requests how many
 */
public record HoldTime(long millis, long requests) {}
