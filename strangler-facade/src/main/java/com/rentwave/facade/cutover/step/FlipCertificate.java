package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.StepRecord;
import com.rentwave.facade.hold.HoldSummary;
import com.rentwave.facade.hold.HoldTime;
import com.rentwave.facade.stream.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What can be shown of a flip later.
 *
 * @param move the move it was part of
 * @param orderedBy who ordered that move
 * @param api the API that flipped
 * @param from the phase before
 * @param to the phase after
 * @param oldOwner who owned the rows before
 * @param newOwner who owns them now
 * @param attempt which try it was
 * @param epoch the ownership epoch it took place under
 * @param startedAt when its gates were asked
 * @param issuedAt when this was written
 * @param writesStoodStillMs from the fence to the route, as an upper bound
 * @param held requests held by the facade that ran the flip
 * @param longestHoldMs the longest time one of them was held
 * @param holds how many of them were held for how long
 * @param heldFrom when the first of them was refused; null when none was held
 * @param heldUntil when the last of them was sent on; null when none was held
 * @param gates the gates' answers, contracts and builds included
 * @param steps the times of the steps
 * @param comparedRows rows compared afterwards; null when they could not be
 * @param differences what differed; null when they could not be compared
 * @param verification that in one sentence
 */
record FlipCertificate(
        long move,
        OrderedBy orderedBy,
        String api,
        CutoverPhase from,
        CutoverPhase to,
        String oldOwner,
        String newOwner,
        int attempt,
        long epoch,
        Instant startedAt,
        Instant issuedAt,
        long writesStoodStillMs,
        long held,
        long longestHoldMs,
        List<HoldTime> holds,
        Instant heldFrom,
        Instant heldUntil,
        List<Reason> gates,
        List<StepTime> steps,
        Long comparedRows,
        List<String> differences,
        String verification) {

    /** How long a step took. */
    record StepTime(CutoverStep step, long durationMs, String detail) {}

    static FlipCertificate of(
            Cutover cutover,
            List<StepRecord> history,
            HoldSummary felt,
            Reconciliation found,
            String sentence,
            Instant now) {
        List<StepRecord> attempt = history.stream()
                .filter(line -> line.attempt() == cutover.attempt()
                        && line.phase() == cutover.change().to()
                        && line.endedAt() != null)
                .toList();
        return new FlipCertificate(
                cutover.id(),
                cutover.orderedBy(),
                cutover.api(),
                cutover.change().from(),
                cutover.change().to(),
                cutover.change().oldOwner().word(),
                cutover.change().newOwner().word(),
                cutover.attempt(),
                cutover.epoch(),
                attempt.isEmpty() ? cutover.startedAt() : attempt.get(0).startedAt(),
                now,
                stoodStill(attempt),
                Math.max(cutover.held(), felt.held()),
                Math.max(cutover.longestHoldMillis(), felt.longestMillis()),
                felt.times(),
                felt.held() == 0 ? null : now.minus(felt.begun()),
                felt.held() == 0 ? null : now.minus(felt.ended()),
                cutover.reasons(),
                attempt.stream()
                        .map(line -> new StepTime(line.step(), millis(line.startedAt(), line.endedAt()), line.detail()))
                        .toList(),
                found == null ? null : found.compared(),
                found == null
                        ? null
                        : found.differences().stream()
                                .map(difference -> difference.table() + " " + difference.key())
                                .toList(),
                sentence);
    }

    private static long stoodStill(List<StepRecord> attempt) {
        Instant fence = null;
        Instant route = null;
        for (StepRecord line : attempt) {
            fence = line.step() == CutoverStep.FENCE ? line.startedAt() : fence;
            route = line.step() == CutoverStep.ROUTE ? line.endedAt() : route;
        }
        return fence == null || route == null ? 0 : millis(fence, route);
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
