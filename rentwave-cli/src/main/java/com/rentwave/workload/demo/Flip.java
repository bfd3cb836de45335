package com.rentwave.workload.demo;

import com.rentwave.workload.api.Move;

/**
 * A move of the API that went through.
 *
 * @param move its number
 * @param held requests that were held
 * @param longestHoldMs the longest time one was held
 * @param attempts how often it was asked for; more than 1 when a part was dead or a gate closed for a moment
 */
public record Flip(
        long move, String api, String from, String to, long longestHoldMs, long held, long durationMs, int attempts) {

    static Flip of(Move move, String from, String to, int attempts) {
        return new Flip(
                move.id(), move.api(), from, to, move.longestHoldMs(), move.held(), move.durationMs(), attempts);
    }
}
