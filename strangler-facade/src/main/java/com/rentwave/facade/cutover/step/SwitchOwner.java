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

/** The decision is stored; the new owner's database takes the rows over. */
@Component
class SwitchOwner implements Operation {

    private final OwnershipTables ownership;

    SwitchOwner(OwnershipTables ownership) {
        this.ownership = ownership;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.SWITCH;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Store the decision, then make " + change.newOwner().word()
                + " the owner in its database. From here on the move only goes forward.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        Side side = cutover.change().newOwner();
        Ownership now = ownership.switchTo(side, cutover.api(), cutover.epoch());
        return now.epoch() == cutover.epoch() && now.owner().equals(side.word())
                ? new StepOutcome.Done(side.word() + " owns the rows under epoch " + cutover.epoch())
                : new StepOutcome.Overtaken();
    }
}
