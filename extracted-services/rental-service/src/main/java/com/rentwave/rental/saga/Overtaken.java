package com.rentwave.rental.saga;

/** A renting took so long that it was taken for abandoned; nothing of it will happen. */
public final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("the renting was overtaken by its own resumption", null, false, false);
    }
}
