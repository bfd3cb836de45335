package com.rentwave.workload.history;

/** How an operation ended. */
public enum Outcome {
    /** The answer that was asked for. */
    OK,
    /** Refused, and that was right: nothing may have changed. */
    REFUSED_AS_EXPECTED,
    /** Any other answer. Whether something changed is unknown. */
    FAILED,
    /** No answer within the time, after all repeats. Whether something changed is unknown. */
    UNAVAILABLE;

    /** Whether the operation may have had an effect that its answer does not tell. */
    boolean unknownEffect() {
        return this == FAILED || this == UNAVAILABLE;
    }
}
