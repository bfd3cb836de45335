package com.rentwave.facade.cutover;

import java.util.List;

/** What came of running a step once. Running a step again after any outcome is allowed and does no harm. */
public sealed interface StepOutcome {

    /**
     * The step's effect is there, made now or found made.
     *
     * @param detail one sentence for the history
     */
    record Done(String detail) implements StepOutcome {}

    /**
     * All gates are open.
     *
     * @param reasons the gates' evidence
     * @param epoch the epoch a flip or a retirement is to use; null when the change is neither
     */
    record Open(List<Reason> reasons, Long epoch) implements StepOutcome {}

    /** At least one gate is shut. */
    record Shut(List<Reason> reasons) implements StepOutcome {}

    /** The step cannot succeed; the attempt is given up. */
    record Failed(String reason) implements StepOutcome {}

    /** Not yet: the same step is to be run again after a short pause. */
    record Again(String reason) implements StepOutcome {}

    /** Somebody else went on meanwhile; the record is to be read again. */
    record Overtaken() implements StepOutcome {}
}
