package com.rentwave.facade.session;

/** What the edge can say about a login token. The backends look at it again in any case. */
public sealed interface Verdict {

    /**
     * Signed by RentWave and not expired.
     *
     * @param subject the user's id
     */
    record Valid(String subject) implements Verdict {}

    /** Forged, expired, or not a token at all. */
    record Invalid() implements Verdict {}

    /** The key to check it with is not known here at the moment; the backend decides. */
    record Unknown() implements Verdict {}
}
