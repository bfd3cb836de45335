package com.rentwave.facade.console;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverState;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A move as operators see it. Durations are milliseconds, up to now while it runs. */
record MoveView(
        long id,
        String api,
        CutoverPhase from,
        CutoverPhase to,
        CutoverState state,
        String reason,
        OrderedBy orderedBy,
        Instant startedAt,
        long durationMs,
        int held,
        long longestHoldMs,
        Long epoch,
        int attempt,
        List<StepView> steps,
        List<Reason> reasons) {

    /** A line of the history. */
    record StepView(CutoverPhase phase, CutoverStep step, String state, long durationMs, String detail, int attempt) {}

    static MoveView of(Cutover cutover, List<StepRecord> history, Instant now) {
        return new MoveView(
                cutover.id(),
                cutover.api(),
                cutover.from(),
                cutover.to(),
                cutover.state(),
                cutover.reason() == null ? cutover.because() : cutover.reason(),
                cutover.orderedBy(),
                cutover.startedAt(),
                millis(cutover.startedAt(), cutover.endedAt(), now),
                cutover.held(),
                cutover.longestHoldMillis(),
                cutover.epoch(),
                cutover.attempt(),
                history.stream()
                        .map(line -> new StepView(
                                line.phase(),
                                line.step(),
                                line.state(),
                                millis(line.startedAt(), line.endedAt(), now),
                                line.detail(),
                                line.attempt()))
                        .toList(),
                cutover.reasons());
    }

    private static long millis(Instant from, Instant to, Instant now) {
        return Math.max(0, Duration.between(from, to == null ? now : to).toMillis());
    }
}
