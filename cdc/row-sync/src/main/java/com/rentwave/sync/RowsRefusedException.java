package com.rentwave.sync;

/** A record of the stream cannot be applied; the stream stops at it. */
final class RowsRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RowsRefusedException(String message) {
        super(message);
    }

    RowsRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
