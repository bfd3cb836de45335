package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.stream.Reconciliation;
import com.rentwave.facade.stream.Streams;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Both sides hold the same rows, all of them, a moment ago. Asked last, so that the fence compares few rows again. What was
 * equal before and has not been written since, on either side, is not read again.
 */
@Component
@Order(140)
class ReconciliationClean implements Gate {

    private final Streams streams;
    private final GateSettings settings;

    ReconciliationClean(Streams streams, GateSettings settings) {
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.needsRows();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        Reconciliation found = streams.prove(question.api(), settings.reconcileLimit());
        return new Finding(found.clean() && found.differences().isEmpty(), found.sentence());
    }
}
