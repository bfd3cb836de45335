package com.rentwave.facade.canary;

/**
 * How the reads of one side went in a time that ends now.
 *
 * @param count reads, those that have been running for long included
 * @param failures those that had no answer, or one of a server's error
 * @param p50Millis the median time to an answer
 * @param p99Millis the time that 99 of 100 reads did not exceed; of fewer than 300 the two slowest do not count
 */
public record SideWindow(long count, long failures, double p50Millis, double p99Millis) {

    double failureShare() {
        return count == 0 ? 0 : (double) failures / count;
    }
}
