package com.rentwave.facade.traffic;

/**
 * What one side answered in a short time.
 *
 * @param failures those of the requests without an answer, or with one of a server's error
 * @param p50 the time, in milliseconds, that half of the requests did not exceed; null when there were none
 * @param p99 the time that 99 of 100 requests did not exceed
 */
public record TrafficPoint(long reads, long writes, long failures, Double p50, Double p99) {

    static final TrafficPoint NOTHING = new TrafficPoint(0, 0, 0, null, null);
}
