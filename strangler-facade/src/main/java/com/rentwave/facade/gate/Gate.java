package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;

/** One question that has to be answered with yes before a change of phase. */
public interface Gate {

    /** In kebab case; shown to people and kept in certificates. */
    String name();

    /** Whether the question matters for the change. */
    boolean guards(PhaseChange change);

    /** Looks. An exception counts as a no. */
    Finding ask(GateQuestion question) throws Exception;

    /**
     * What a gate found.
     *
     * @param ok whether the gate is open
     * @param reason one sentence
     */
    record Finding(boolean ok, String reason) {

        public static Finding yes(String reason) {
            return new Finding(true, reason);
        }

        public static Finding no(String reason) {
            return new Finding(false, reason);
        }
    }
}
