package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.FenceOutcome;
import com.rentwave.facade.ownership.Ownership;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.sync.Side;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Stops writes in the old owner's database. Undone, the old owner has its rows back under the attempt's epoch, whether
 * the fence was ever seen or not, and the route carries that epoch, so that held requests go back to it.
 */
@Component
class FenceOldOwner implements Operation {

    private final OwnershipTables ownership;
    private final RouteTurn route;
    private final CutoverSettings settings;

    FenceOldOwner(OwnershipTables ownership, RouteTurn route, CutoverSettings settings) {
        this.ownership = ownership;
        this.route = route;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.FENCE;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "In one transaction in the database of " + change.oldOwner().word()
                + ": wait for running writes, set the owner to nobody under the next epoch, write the barrier. New"
                + " writes are held by the facade.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        Side old = cutover.change().oldOwner();
        for (int i = 0; i < settings.fenceTries(); i++) {
            FenceOutcome outcome = ownership.fence(old, cutover.api(), cutover.epoch(), cutover.barrier());
            if (outcome == FenceOutcome.FENCED) {
                return new StepOutcome.Done(old.word() + " is fenced under epoch " + cutover.epoch()
                        + (i == 0 ? "" : " after " + (i + 1) + " tries"));
            }
            if (outcome == FenceOutcome.OVERTAKEN) {
                return new StepOutcome.Overtaken();
            }
            long pause = settings.fencePause().toMillis();
            Thread.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
        }
        List<String> holders = ownership.lockHolders(old, cutover.api());
        return new StepOutcome.Failed(
                "transactions kept the lock of " + cutover.api() + " in " + old.word() + " through "
                        + settings.fenceTries() + " tries"
                        + (holders.isEmpty() ? "" : ", at the end " + String.join(", ", holders)));
    }

    @Override
    public void compensate(Cutover cutover) throws Exception {
        Side old = cutover.change().oldOwner();
        Ownership given = ownership.giveBack(old, cutover.api(), cutover.epoch());
        if (given.epoch() == cutover.epoch() && given.isNobody()) {
            throw new IllegalStateException(old.word() + " did not take its rows back");
        }
        route.raiseEpoch(cutover);
    }
}
