package com.rentwave.workload.api;

/** The operator API answered no; the message is its detail. */
public final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    OperatorException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
