package com.rentwave.workload.seed;

/** The seed cannot be finished; what was made is kept, and the same command goes on. */
public final class SeedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SeedException(String message) {
        super(message);
    }
}
