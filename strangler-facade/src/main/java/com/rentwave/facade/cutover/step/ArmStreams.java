package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.stream.Streams;
import org.springframework.stereotype.Component;

/** Has both streams set up, the way back included, long before anything depends on them. */
@Component
class ArmStreams implements Operation {

    private final Streams streams;

    ArmStreams(Streams streams) {
        this.streams = streams;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.ARM;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Set up the streams of " + api + " in both directions; those that are there stay as they are.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        return streams.arm(cutover.api()).armed()
                ? new StepOutcome.Done("both streams are set up")
                : new StepOutcome.Again("the streams are not set up yet");
    }
}
