package com.rentwave.facade.gate;

import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No row waits for a person: both appliers run. A flip back does without the one that writes to the service: what it
 * misses waits in the stream until the service is up again.
 */
@Component
@Order(110)
class AppliersRunning implements Gate {

    private final Streams streams;
    private final Backends backends;

    AppliersRunning(Streams streams, Backends backends) {
        this.streams = streams;
        this.backends = backends;
    }

    @Override
    public String name() {
        return "appliers-running";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.needsRows();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        String problem = problem("to legacy", streams.state(question.api()).applier());
        if (!question.change().leavesService()) {
            problem += problem("to the service", backends.applier(question.api()));
        }
        return problem.isEmpty() ? Finding.yes("the appliers run") : Finding.no(problem.substring(2));
    }

    private static String problem(String direction, ApplierState applier) {
        if (applier == null) {
            return "; the applier " + direction + " is not there";
        }
        return applier.isRunning()
                ? ""
                : "; the applier " + direction + " is " + applier.state()
                        + (applier.reason() == null ? "" : ": " + applier.reason());
    }
}
