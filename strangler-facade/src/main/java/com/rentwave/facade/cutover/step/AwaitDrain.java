package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.Barriers;
import com.rentwave.sync.Side;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits until the new owner has applied the fence's barrier, and with it every row committed before the fence. */
@Component
class AwaitDrain implements Operation {

    private final Barriers barriers;
    private final CutoverSettings settings;

    AwaitDrain(Barriers barriers, CutoverSettings settings) {
        this.barriers = barriers;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.DRAIN;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Wait until " + change.newOwner().word() + " has applied the barrier; after "
                + settings.drainLimit().toMillis() + " ms the flip is aborted.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        Side old = cutover.change().oldOwner();
        // A successor inherits the time that is left, but looks once in any case.
        Duration left = settings.drainLimit().minus(cutover.stepAge());
        boolean applied =
                barriers.await(old, cutover.api(), cutover.barrier(), left.isNegative() ? Duration.ZERO : left);
        return applied
                ? new StepOutcome.Done(old.other().word() + " has applied every row of " + old.word())
                : new StepOutcome.Failed(old.other().word() + " had not applied the barrier within "
                        + settings.drainLimit().toMillis() + " ms");
    }
}
