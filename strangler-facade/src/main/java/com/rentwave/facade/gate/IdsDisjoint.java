package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.IdSequences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** New ids of the two sides never meet. */
@Component
@Order(80)
class IdsDisjoint implements Gate {

    private final IdSequences sequences;

    IdsDisjoint(IdSequences sequences) {
        this.sequences = sequences;
    }

    @Override
    public String name() {
        return "ids-disjoint";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        return sequences
                .conflict(question.api())
                .map(Finding::no)
                .orElseGet(() -> Finding.yes("one side gives out odd ids, the other even ones"));
    }
}
