package com.rentwave.workload.history;

import java.util.List;

/**
 * One operation of one client, from the first time it was sent to its final answer. Repeats after a lost answer carry
 * the same Idempotency-Key and belong to the same operation.
 *
 * @param client name of the client; a client does one operation at a time
 * @param startNanos before the first sending, on the clock all clients share
 * @param endNanos after the final answer
 * @param unavailable each time nobody answered, or the answer was "not available", after which the request was repeated
 * @param detail for a reader of the report; the final answer or the exception
 */
public record Operation(
        String client,
        Action action,
        Outcome outcome,
        long startNanos,
        long endNanos,
        List<Unavailability> unavailable,
        String detail) {

    public Operation {
        unavailable = List.copyOf(unavailable);
    }

    boolean ok() {
        return outcome == Outcome.OK;
    }
}
