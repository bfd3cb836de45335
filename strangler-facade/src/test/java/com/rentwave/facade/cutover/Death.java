package com.rentwave.facade.cutover;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Where the coordinator of a move dies.
 *
 * @param change the change of phase that is under way
 * @param step the step that is stored as the one to be done, and stays it
 * @param moment whether the step's effect is there
 */
record Death(PhaseChange change, CutoverStep step, Moment moment) {

    enum Moment {
        BEFORE_THE_EFFECT,
        AFTER_THE_EFFECT
    }

    /** At each step of a change, before and after its effect. */
    static Stream<Death> everyOne(PhaseChange change) {
        return change.steps().stream().flatMap(step -> everyOne(change, step));
    }

    static Stream<Death> everyOne(PhaseChange change, CutoverStep step) {
        return Arrays.stream(Moment.values()).map(moment -> new Death(change, step, moment));
    }

    boolean isAt(Cutover at) {
        return at.change().equals(change) && at.step() == step;
    }

    /** The operation, which brings this death if it is the one of the step; undoing the fence is what undoes an attempt. */
    Operation of(Operation operation, Runnable end) {
        if (operation.step() != (step == CutoverStep.ABORT ? CutoverStep.FENCE : step)) {
            return operation;
        }
        Tampered.Event event = at -> {
            if (isAt(at)) {
                end.run();
            }
        };
        return moment == Moment.BEFORE_THE_EFFECT
                ? Tampered.before(operation, event)
                : Tampered.after(operation, event);
    }

    @Override
    public String toString() {
        return change + ", " + step + ", " + moment;
    }
}
