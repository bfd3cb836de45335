package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.IdSequences;
import com.rentwave.facade.stream.Reconciliation;
import com.rentwave.facade.stream.Streams;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The last look before the decision: new ids begin behind those that are there and cannot meet (rule 18), and the rows that changed since the clean comparison of the fence
 * are equal on both sides (rule 15: a barrier arrives even where rows were lost).
 */
@Component
class HandOver implements Operation {

    private final IdSequences sequences;
    private final Streams streams;
    private final RecentRows recent;
    private final CutoverSettings settings;

    HandOver(IdSequences sequences, Streams streams, RecentRows recent, CutoverSettings settings) {
        this.sequences = sequences;
        this.streams = streams;
        this.recent = recent;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.HAND_OVER;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Make sure that new ids cannot meet and that the rows changed since the fence began are equal on both sides.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        sequences.moveBehind(cutover.api(), cutover.change().newOwner());
        Optional<String> conflict = sequences.conflict(cutover.api());
        if (conflict.isPresent()) {
            return new StepOutcome.Failed(conflict.get());
        }
        Reconciliation found = streams.reconcile(cutover.api(), recent.sinceFence(cutover), settings.handOverLimit());
        return found.clean() ? new StepOutcome.Done(found.sentence()) : new StepOutcome.Failed(found.sentence());
    }
}
