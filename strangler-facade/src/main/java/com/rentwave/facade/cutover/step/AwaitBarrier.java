package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.Barriers;
import com.rentwave.sync.Side;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets nobody read from the service before it has applied what was committed up to now. */
@Component
class AwaitBarrier implements Operation {

    private final Barriers barriers;
    private final CutoverSettings settings;

    AwaitBarrier(Barriers barriers, CutoverSettings settings) {
        this.barriers = barriers;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.BARRIER;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Wait until the service has applied everything that the monolith has committed by now.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        String barrier = "reads-" + cutover.api() + "-" + UUID.randomUUID();
        barriers.emit(Side.LEGACY, cutover.api(), barrier);
        return barriers.await(Side.LEGACY, cutover.api(), barrier, settings.drainLimit())
                ? new StepOutcome.Done("the service has applied everything up to now")
                : new StepOutcome.Failed("the service did not apply a barrier within "
                        + settings.drainLimit().toMillis() + " ms");
    }
}
