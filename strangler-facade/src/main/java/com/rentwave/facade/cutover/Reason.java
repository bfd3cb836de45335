package com.rentwave.facade.cutover;

/**
 * A gate's answer: yes or no, and why.
 *
 * @param gate the gate's name, in kebab case
 * @param ok whether the gate is open
 * @param reason one sentence: the evidence when it is open, what is in the way when it is not
 */
public record Reason(String gate, boolean ok, String reason) {

    public static Reason yes(String gate, String reason) {
        return new Reason(gate, true, reason);
    }

    public static Reason no(String gate, String reason) {
        return new Reason(gate, false, reason);
    }
}
