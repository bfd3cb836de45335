package com.rentwave.cdc.capture;

/** Why a capture does not run; the message is for the operator. */
final class CaptureException extends Exception {

    private static final long serialVersionUID = 1L;

    CaptureException(String message) {
        super(message);
    }
}
