package com.rentwave.sync;

/** A row has no counterpart on the other side: the declared mapping does not cover one of its values. */
public class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }
}
