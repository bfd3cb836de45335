package com.rentwave.facade.shadow;

/**
 * How many reads came to which end.
 *
 * @param matched both sides agree
 * @param mismatched they do not
 * @param unstable the data moved too often to tell
 * @param behind the copy was too far behind to be compared
 * @param unanswered a side did not answer
 * @param dropped not compared, for want of a place
 */
public record Tally(long matched, long mismatched, long unstable, long behind, long unanswered, long dropped) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Reads with a verdict. */
    public long samples() {
        return matched + mismatched;
    }

    /** Reads that should have had one. */
    public long missed() {
        return behind + unanswered;
    }

    public Tally and(Tally other) {
        return new Tally(
                matched + other.matched,
                mismatched + other.mismatched,
                unstable + other.unstable,
                behind + other.behind,
                unanswered + other.unanswered,
                dropped + other.dropped);
    }

    /** What came after the other, earlier tally. */
    public Tally minus(Tally earlier) {
        return new Tally(
                matched - earlier.matched,
                mismatched - earlier.mismatched,
                unstable - earlier.unstable,
                behind - earlier.behind,
                unanswered - earlier.unanswered,
                dropped - earlier.dropped);
    }

    Tally and(Verdict.Outcome outcome) {
        return switch (outcome) {
            case MATCHED -> and(new Tally(1, 0, 0, 0, 0, 0));
            case MISMATCHED -> and(new Tally(0, 1, 0, 0, 0, 0));
            case UNSTABLE -> and(new Tally(0, 0, 1, 0, 0, 0));
            case BEHIND -> and(new Tally(0, 0, 0, 1, 0, 0));
            case UNANSWERED -> and(new Tally(0, 0, 0, 0, 1, 0));
            case DROPPED -> and(new Tally(0, 0, 0, 0, 0, 1));
        };
    }
}
