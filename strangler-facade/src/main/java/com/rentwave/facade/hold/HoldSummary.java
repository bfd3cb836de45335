package com.rentwave.facade.hold;

/**
 * What a window saw.
 *
 * @param held requests that were held at some time in the window
 * @param longestMillis the longest time one of them was held, in milliseconds, rounded up; 0 when none was
 */
public record HoldSummary(long held, long longestMillis) {}
