package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.stream.MappingProof;
import com.rentwave.facade.stream.Streams;
import org.springframework.stereotype.Component;

/** Has each live row mapped to the other schema and back: none may change on the way. */
@Component
class ProveMapping implements Operation {

    private final Streams streams;

    ProveMapping(Streams streams) {
        this.streams = streams;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.MAPPING;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Map each live row of " + api + " to the service's schema and back, and compare.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        MappingProof proof = streams.mapping(cutover.api());
        if (proof.failures().isEmpty()) {
            return new StepOutcome.Done(proof.rows() + " rows come back as they were");
        }
        MappingProof.Failure first = proof.failures().get(0);
        return new StepOutcome.Failed(proof.failures().size() + " of " + proof.rows() + " rows cannot be mapped, first "
                + first.table() + " " + first.key() + ": " + first.reason());
    }
}
