package com.rentwave.facade.shadow;

/**
 * What came of a comparison.
 *
 * @param difference how the answers differ; null unless they do
 * @param answer what the monolith answered last; null when it was not asked, or did not answer
 */
record Verdict(Outcome outcome, Difference difference, SideAnswer answer) {

    /** The kinds of ends. */
    enum Outcome {
        /** The answers agree. */
        MATCHED,
        /** They do not, although the data stood still. */
        MISMATCHED,
        /** The data moved each time; nothing can be said. */
        UNSTABLE,
        /** The copy had not applied the position in time. */
        BEHIND,
        /** A side did not answer. */
        UNANSWERED
    }

    static Verdict of(Outcome outcome) {
        return of(outcome, null);
    }

    static Verdict of(Outcome outcome, SideAnswer answer) {
        return new Verdict(outcome, null, answer);
    }

    static Verdict mismatch(Difference difference, SideAnswer answer) {
        return new Verdict(Outcome.MISMATCHED, difference, answer);
    }
}
