package com.rentwave.facade.canary;

/**
 * Reads that both sides were asked for.
 *
 * @param reads how many were compared
 * @param differing how many of them the sides answered differently
 * @param unanswered how many could not be compared, because a side did not answer
 */
public record Compared(long reads, long differing, long unanswered) {

    double share() {
        return reads == 0 ? 0 : (double) differing / reads;
    }

    double unansweredShare() {
        return unanswered == 0 ? 0 : (double) unanswered / (reads + unanswered);
    }
}
