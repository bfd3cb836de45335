package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.Ownership;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.sync.Side;
import org.springframework.stereotype.Component;

/**
 * The point of no return: the database that has handed the rows over is told that it never takes them back, and keeps to
 * it whoever asks. Its epoch stays, so the other side's rows go on being applied there for those who read the copy.
 */
@Component
class RetireOldOwner implements Operation {

    private final OwnershipTables ownership;

    RetireOldOwner(OwnershipTables ownership) {
        this.ownership = ownership;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.RETIRE;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        String old = retired(change).word();
        return "POINT OF NO RETURN: fence " + api + " in the database of " + old + " for ever. From here on there is no"
                + " rollback, and " + old + " answers requests of " + api
                + " with 410; its copy of the rows is fed on.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        Side old = retired(cutover.change());
        Ownership now = ownership.retire(old, cutover.api(), cutover.epoch());
        return now.isRetired() && now.epoch() == cutover.epoch()
                ? new StepOutcome.Done(old.word() + " is fenced for ever at epoch " + now.epoch())
                : new StepOutcome.Failed("the ownership of " + cutover.api() + " in " + old.word()
                        + " was changed from outside (" + now.owner() + " at epoch " + now.epoch()
                        + ", not nobody at epoch "
                        + cutover.epoch() + "); nothing was fenced, and the API stays in "
                        + cutover.change().from());
    }

    private static Side retired(PhaseChange change) {
        return change.newOwner().other();
    }
}
