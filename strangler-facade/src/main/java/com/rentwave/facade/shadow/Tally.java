package com.rentwave.facade.shadow;

/**
 * How many reads came to which end.
 *
 * @param matched both sides agree
 * @param mismatched they do not
 * @param unstable the data moved too often to tell
 * @param behind the copy was too far behind to be compared
 * @param unanswered a side did not answer
 * @param dropped not copied, so that nobody is slowed down, in all: where neither of the two reasons that follow holds it
 *     was for want of a place
 * @param overRate those of the dropped that were more than may be copied in a second
 * @param overload those of the dropped that the facade was too busy for
 */
public record Tally(
        long matched,
        long mismatched,
        long unstable,
        long behind,
        long unanswered,
        long dropped,
        long overRate,
        long overload) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

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
                dropped + other.dropped,
                overRate + other.overRate,
                overload + other.overload);
    }

    /** What came after the other, earlier tally. */
    public Tally minus(Tally earlier) {
        return new Tally(
                matched - earlier.matched,
                mismatched - earlier.mismatched,
                unstable - earlier.unstable,
                behind - earlier.behind,
                unanswered - earlier.unanswered,
                dropped - earlier.dropped,
                overRate - earlier.overRate,
                overload - earlier.overload);
    }

    Tally and(Verdict.Outcome outcome) {
        return switch (outcome) {
            case MATCHED -> and(compared(1, 0, 0, 0, 0));
            case MISMATCHED -> and(compared(0, 1, 0, 0, 0));
            case UNSTABLE -> and(compared(0, 0, 1, 0, 0));
            case BEHIND -> and(compared(0, 0, 0, 1, 0));
            case UNANSWERED -> and(compared(0, 0, 0, 0, 1));
        };
    }

    Tally andDropped(long all, long forRate, long forLoad) {
        return and(new Tally(0, 0, 0, 0, 0, all, forRate, forLoad));
    }

    /** A tally of which nothing was dropped. */
    public static Tally compared(long matched, long mismatched, long unstable, long behind, long unanswered) {
        return new Tally(matched, mismatched, unstable, behind, unanswered, 0, 0, 0);
    }
}
