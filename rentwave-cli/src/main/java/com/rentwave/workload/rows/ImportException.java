package com.rentwave.workload.rows;

/** The import cannot go on; the message says what was kept and what to do. */
public final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean notReachable;

    ImportException(String message) {
        this(message, false);
    }

    ImportException(String message, boolean notReachable) {
        super(message);
        this.notReachable = notReachable;
    }

    /** Whether RentWave could not be reached. */
    public boolean notReachable() {
        return notReachable;
    }
}
