package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.Barriers;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState;
import com.rentwave.sync.Side;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits until the first copy is published and applied: a barrier written behind it has arrived. */
@Component
class AwaitSnapshot implements Operation {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Streams streams;
    private final Barriers barriers;
    private final CutoverSettings settings;

    AwaitSnapshot(Streams streams, Barriers barriers, CutoverSettings settings) {
        this.streams = streams;
        this.barriers = barriers;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.SNAPSHOT;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Wait until the service has applied the first copy and follows the live rows.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        StreamsState state = streams.state(cutover.api());
        if ("FAILED".equals(state.forward().state())) {
            return new StepOutcome.Failed(
                    "the forward stream failed: " + state.forward().reason());
        }
        if (state.forward().isStreaming() && isApplied(cutover)) {
            return new StepOutcome.Done("the first copy is applied");
        }
        return cutover.stepAge().compareTo(settings.snapshotLimit()) < 0
                ? new StepOutcome.Again(
                        "the forward stream is " + state.forward().state())
                : new StepOutcome.Failed("the first copy was not applied within "
                        + settings.snapshotLimit().toSeconds() + " s");
    }

    private boolean isApplied(Cutover cutover) throws Exception {
        String barrier = "snapshot-" + cutover.barrier();
        barriers.emit(Side.LEGACY, cutover.api(), barrier);
        return barriers.await(Side.LEGACY, cutover.api(), barrier, LOOK);
    }
}
