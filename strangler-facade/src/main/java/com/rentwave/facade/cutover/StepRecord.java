package com.rentwave.facade.cutover;

import java.time.Instant;

/**
 * A line of a move's history.
 *
 * @param attempt the attempt it belongs to
 * @param phase the phase that was being entered
 * @param step the step
 * @param state RUNNING, DONE or FAILED
 * @param startedAt when it was stored as the next thing to do
 * @param endedAt when its end was stored; null before
 * @param detail what it found or did; null before its end
 */
public record StepRecord(
        int attempt,
        CutoverPhase phase,
        CutoverStep step,
        String state,
        Instant startedAt,
        Instant endedAt,
        String detail) {}
