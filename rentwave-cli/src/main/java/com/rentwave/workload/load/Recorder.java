package com.rentwave.workload.load;

import com.rentwave.workload.history.Action;
import com.rentwave.workload.history.Operation;
import com.rentwave.workload.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** One client's history while it is being made. */
final class Recorder {

    private final String client;
    private final LongAdder counter;
    private final List<Operation> operations = new ArrayList<>();

    Recorder(String client, LongAdder counter) {
        this.client = client;
        this.counter = counter;
    }

    void ok(Action action, Exchange exchange) {
        add(action, Outcome.OK, exchange);
    }

    void refusedAsExpected(Action action, Exchange exchange) {
        add(action, Outcome.REFUSED_AS_EXPECTED, exchange);
    }

    /** The answer was not what was asked for, or there was none. */
    void failed(Action action, Exchange exchange) {
        add(action, exchange.answered() ? Outcome.FAILED : Outcome.UNAVAILABLE, exchange);
    }

    private synchronized void add(Action action, Outcome outcome, Exchange exchange) {
        counter.increment();
        operations.add(new Operation(
                client,
                action,
                outcome,
                exchange.startNanos(),
                exchange.endNanos(),
                exchange.unavailable(),
                outcome == Outcome.OK ? "" : exchange.describe()));
    }

    synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }
}
