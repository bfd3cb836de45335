package com.rentwave.facade.cutover;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The coordinator of a flip stands still in the middle of a step, for so long that another one takes over.
 *
 * @param at where it stands still
 * @param until when it goes on there
 */
record Sleep(Death at, Awakening until) {

    enum Awakening {
        /** The other one has gone on with the attempt, and is about to verify the flip. */
        IN_THE_SAME_ATTEMPT,
        /** The other one has undone the attempt, and is about to do the same step in the next one. */
        IN_THE_NEXT_ATTEMPT,
        /** The other one has ended the move, and another move has brought the rows back. */
        AFTER_THE_WAY_BACK
    }

    /** At each step of a flip and while it undoes an attempt, with each end that can be. */
    static Stream<Sleep> everyOne(PhaseChange flip) {
        return Stream.concat(Death.everyOne(flip), Death.everyOne(flip, CutoverStep.ABORT))
                .flatMap(at -> Arrays.stream(Awakening.values()).map(until -> new Sleep(at, until)))
                .filter(Sleep::canBe);
    }

    private boolean canBe() {
        return switch (until) {
            case IN_THE_SAME_ATTEMPT -> at.step() != CutoverStep.ABORT && at.step() != CutoverStep.VERIFY;
            case IN_THE_NEXT_ATTEMPT ->
                at.step() == CutoverStep.ABORT || at.step().canAbort();
            case AFTER_THE_WAY_BACK -> true;
        };
    }

    /** The step that gives rise to the undoing in which it stands still; null when it does not. */
    CutoverStep failing() {
        return at.step() == CutoverStep.ABORT ? CutoverStep.DRAIN : null;
    }

    /** Whether the other one has come to where it wakes up. */
    boolean isOver(Cutover other, Cutover left) {
        return switch (until) {
            case IN_THE_SAME_ATTEMPT -> other.step() == CutoverStep.VERIFY;
            case IN_THE_NEXT_ATTEMPT ->
                other.attempt() > left.attempt() && other.step() == (failing() == null ? at.step() : failing());
            case AFTER_THE_WAY_BACK -> false;
        };
    }

    @Override
    public String toString() {
        return at + ", " + until;
    }
}
