package com.rentwave.rental.saga;

import java.util.UUID;

/** Another renting stands in the way, and nobody knows yet how it ends. Nothing was begun. */
public final class UnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID saga;

    /** @param sentence for whoever asked, should it take too long */
    UnderWay(String sentence, UUID saga) {
        super(sentence, null, false, false);
        this.saga = saga;
    }

    /** The one in the way. */
    public UUID saga() {
        return saga;
    }
}
