package com.rentwave.facade.cutover;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A move of one API as it is stored: what was asked for, and the operation that is carried out next. Its verbs give the
 * record to be stored instead of this one; only {@link Cutovers#store} makes it true.
 *
 * @param id the move's number
 * @param api the API that moves
 * @param from the phase the move began in
 * @param to the phase it was asked for
 * @param state what became of it
 * @param attempt counts the tries, from 1; an aborted flip is tried again under a new number
 * @param change the change of phase that is under way, or was last
 * @param step what is done next, or was done last
 * @param stepAge how long that step had been stored when the record was read
 * @param epoch the ownership epoch of this attempt to flip, or the one at which a side is retired; null when there is
 *     none yet
 * @param reason why it was refused or given up; null when it was not
 * @param reasons the answers of the gates asked last
 * @param held how many requests the flip held
 * @param longestHoldMillis the longest of them
 * @param because why the facade asked for it by itself; null when a person asked
 * @param orderedBy who asked for it
 * @param startedAt when it was asked for
 * @param endedAt when it ended; null while it runs
 */
public record Cutover(
        long id,
        String api,
        CutoverPhase from,
        CutoverPhase to,
        CutoverState state,
        int attempt,
        PhaseChange change,
        CutoverStep step,
        Duration stepAge,
        Long epoch,
        String reason,
        List<Reason> reasons,
        int held,
        long longestHoldMillis,
        String because,
        OrderedBy orderedBy,
        Instant startedAt,
        Instant endedAt) {

    public Cutover {
        reasons = List.copyOf(reasons);
        if (!change.steps().contains(step) && step != CutoverStep.ABORT) {
            throw new IllegalArgumentException("no step of " + change + ": " + step);
        }
    }

    /** The record of a move that was just asked for. */
    public static Cutover asked(long id, String api, CutoverPhase from, CutoverPhase to, Instant now) {
        return new Cutover(
                id,
                api,
                from,
                to,
                CutoverState.RUNNING,
                1,
                from.pathTo(to).get(0),
                CutoverStep.GATES,
                Duration.ZERO,
                null,
                null,
                List.of(),
                0,
                0,
                null,
                OrderedBy.UNKNOWN,
                now,
                null);
    }

    public boolean isRunning() {
        return state == CutoverState.RUNNING;
    }

    /** The name of the barrier that the attempt's fence writes; the same for every coordinator. */
    public String barrier() {
        return api + "-" + id + "-" + attempt + "-" + (epoch == null ? "read" : epoch);
    }

    /**
     * Whether an exception leads to another try, however long it takes: what has been decided only goes forward, and what
     * cannot be undone is never left half done.
     */
    boolean goesOn() {
        return step.isDecided() || step == CutoverStep.ABORT || change.retires() && step != CutoverStep.GATES;
    }

    /** The gates are open: their answers are kept, and a flip or a retirement gets its epoch. */
    public Cutover opened(List<Reason> answers, Long newEpoch) {
        return with(draft -> {
                    draft.epoch = newEpoch;
                    draft.reasons = answers;
                })
                .done();
    }

    /** The step's effect is there: on to the next one, the next change, or the end. */
    public Cutover done() {
        List<CutoverStep> steps = change.steps();
        int following = steps.indexOf(step) + 1;
        if (following < steps.size()) {
            return moveTo(change, steps.get(following), reason);
        }
        List<PhaseChange> path = from.pathTo(to);
        int nextChange = path.indexOf(change) + 1;
        return nextChange < path.size()
                ? moveTo(path.get(nextChange), CutoverStep.GATES, reason)
                : ended(CutoverState.DONE, null, reasons);
    }

    /** A gate is shut: the move ends where it is. */
    public Cutover refused(List<Reason> answers) {
        mustBe(step == CutoverStep.GATES);
        return ended(CutoverState.REFUSED, shut(answers), answers);
    }

    /** The attempt is given up: undone first when the fence may be up, else the move ends. */
    public Cutover givenUp(String why) {
        mustBe(!step.isDecided() && step != CutoverStep.ABORT);
        return step.canAbort()
                ? moveTo(change, CutoverStep.ABORT, why)
                : ended(CutoverState.ABORTED, step + ": " + why, reasons);
    }

    /** The attempt is undone, and another one begins with its gates. */
    public Cutover triedAgain() {
        mustBe(step == CutoverStep.ABORT || step == CutoverStep.GATES);
        return moveTo(change, CutoverStep.GATES, reason).with(draft -> {
            draft.attempt++;
            draft.epoch = null;
        });
    }

    /** The last attempt is undone, or its gates stayed shut: the move ends where it is. */
    public Cutover aborted(String why, List<Reason> answers) {
        mustBe(step == CutoverStep.ABORT || step == CutoverStep.GATES);
        return ended(CutoverState.ABORTED, why, answers);
    }

    /** The same record with what clients felt of it. */
    public Cutover withHold(int requests, long longestMillis) {
        return with(draft -> {
            draft.held = Math.max(held, requests);
            draft.longestHoldMillis = Math.max(longestHoldMillis, longestMillis);
        });
    }

    /** The sentences of the gates that are shut. */
    static String shut(List<Reason> answers) {
        return answers.stream()
                .filter(answer -> !answer.ok())
                .map(answer -> answer.gate() + ": " + answer.reason())
                .collect(joining("; "));
    }

    private Cutover moveTo(PhaseChange nextChange, CutoverStep next, String why) {
        mustBe(isRunning());
        if (!step.allows(next)) {
            throw new IllegalStateException("move " + id + " cannot go from " + step + " to " + next);
        }
        return with(draft -> {
            draft.change = nextChange;
            draft.step = next;
            draft.reason = why;
        });
    }

    private Cutover ended(CutoverState end, String why, List<Reason> answers) {
        mustBe(isRunning());
        return with(draft -> {
            draft.state = end;
            draft.reason = why;
            draft.reasons = answers;
        });
    }

    private Cutover with(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.of(this);
    }

    /** What of a record can change. */
    private static final class Draft {

        private CutoverState state;
        private int attempt;
        private PhaseChange change;
        private CutoverStep step;
        private Long epoch;
        private String reason;
        private List<Reason> reasons;
        private int held;
        private long longestHoldMillis;

        private Draft(Cutover before) {
            state = before.state;
            attempt = before.attempt;
            change = before.change;
            step = before.step;
            epoch = before.epoch;
            reason = before.reason;
            reasons = before.reasons;
            held = before.held;
            longestHoldMillis = before.longestHoldMillis;
        }

        private Cutover of(Cutover before) {
            return new Cutover(
                    before.id,
                    before.api,
                    before.from,
                    before.to,
                    state,
                    attempt,
                    change,
                    step,
                    before.stepAge,
                    epoch,
                    reason,
                    reasons,
                    held,
                    longestHoldMillis,
                    before.because,
                    before.orderedBy,
                    before.startedAt,
                    before.endedAt);
        }
    }

    private void mustBe(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("move " + id + " is " + state + " at " + step);
        }
    }
}
