package com.rentwave.workload.rows;

/** The file as a whole is not what the import reads; the message is for the person who has the file. */
public final class RowFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RowFileException(String message) {
        super(message);
    }
}
