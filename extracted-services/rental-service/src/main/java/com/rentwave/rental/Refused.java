package com.rentwave.rental;

/** A rule of rentals forbids it; nothing was changed. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Why {
        /** There is no such thing, or no such rental of this user's. */
        ABSENT,
        /** The period is shorter or longer than the owner allows; the sentence is about its end. */
        WRONG_LENGTH,
        OWN_ITEM,
        NOT_AVAILABLE,
        ALREADY_RENTED,
        TOO_LATE_TO_CANCEL,
        ALREADY_CANCELLED
    }

    private final Why why;

    /** @param sentence for whoever asked */
    public Refused(Why why, String sentence) {
        super(sentence, null, false, false);
        this.why = why;
    }

    public static Refused absent(String kind, long id) {
        return new Refused(Why.ABSENT, "There is no " + kind + ' ' + id + '.');
    }

    public Why why() {
        return why;
    }
}
