package com.rentwave.workload.api;

/** The operator API answered no; the message is its detail. */
public final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    OperatorException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Whether the same question may be answered a moment later: the facade lacks something just now, or had too many. */
    public boolean mayPass() {
        return status == 429 || status >= 500;
    }

    public int status() {
        return status;
    }
}
