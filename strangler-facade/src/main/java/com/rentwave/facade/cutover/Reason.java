package com.rentwave.facade.cutover;

/**
 * A gate's answer: yes or no, and why.
 *
 * @param gate the gate's name, in kebab case
 * @param ok whether the gate is open
 * @param reason one sentence: the evidence when it is open, what is in the way when it is not
 * @param millis how long it took to find out; null when that was not measured
 */
public record Reason(String gate, boolean ok, String reason, Long millis) {

    public static Reason yes(String gate, String reason) {
        return new Reason(gate, true, reason, null);
    }

    public static Reason no(String gate, String reason) {
        return new Reason(gate, false, reason, null);
    }

    /** The same answer, found in that time. */
    public Reason after(long took) {
        return new Reason(gate, ok, reason, took);
    }
}
