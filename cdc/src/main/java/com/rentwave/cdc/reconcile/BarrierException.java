package com.rentwave.cdc.reconcile;

/** A barrier did not arrive on the other side in time. */
public final class BarrierException extends Exception {

    private static final long serialVersionUID = 1L;

    BarrierException(String message) {
        super(message);
    }
}
