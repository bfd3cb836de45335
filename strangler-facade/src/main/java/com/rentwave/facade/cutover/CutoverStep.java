package com.rentwave.facade.cutover;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The operation that a move carries out next. A flip:
 *
 * <pre>
 * GATES ─▶ FENCE ─▶ DRAIN ─▶ HAND_OVER ─▶ SWITCH ─▶ ROUTE ─▶ VERIFY
 *   ▲        │        │          │       ▲
 *   │        ▼        ▼          ▼       └ storing SWITCH is the decision: from here on only forward
 *   └────── ABORT ◀──────────────┘
 * </pre>
 *
 * Other changes of phase go from GATES over their own preparations to ENTER. VERIFY and ENTER lead to the GATES of the
 * next phase, or end the move; GATES and every preparation can end it too. RETIRE is tried until it is known what became
 * of it: what it does cannot be undone.
 */
public enum CutoverStep {
    /** Every gate of the phase is asked; nothing has been touched. */
    GATES,
    /** Both streams are set up in cdc, the way back included. */
    ARM,
    /** The first copy of the rows is under way. */
    SNAPSHOT,
    /** Each live row is mapped forth and back. */
    MAPPING,
    /** The service applies everything that was committed before this step began. */
    BARRIER,
    /** The route takes on the new phase. */
    ENTER,
    /** The old owner's database stops taking writes under the attempt's epoch. */
    FENCE,
    /** Nobody owns the rows; the new owner applies what was committed before the fence. */
    DRAIN,
    /** Both sides hold the same rows; that is made sure of. */
    HAND_OVER,
    /** It is decided: the new owner's database takes the rows over. */
    SWITCH,
    /** The new owner takes writes; the route follows and held requests go there. */
    ROUTE,
    /** Traffic runs on the new side; the rows are compared once more and the certificate is written. */
    VERIFY,
    /** The old owner's database is fenced for ever, under the epoch at which it handed the rows over. */
    RETIRE,
    /** The attempt is given up: the old owner gets its rows back under the attempt's epoch. */
    ABORT;

    private static final Map<CutoverStep, Set<CutoverStep>> ALLOWED = Map.ofEntries(
            Map.entry(GATES, EnumSet.of(GATES, ARM, BARRIER, ENTER, FENCE, RETIRE)),
            Map.entry(ARM, EnumSet.of(SNAPSHOT)),
            Map.entry(SNAPSHOT, EnumSet.of(MAPPING)),
            Map.entry(MAPPING, EnumSet.of(ENTER)),
            Map.entry(BARRIER, EnumSet.of(ENTER)),
            Map.entry(ENTER, EnumSet.of(GATES)),
            Map.entry(FENCE, EnumSet.of(DRAIN, ABORT)),
            Map.entry(DRAIN, EnumSet.of(HAND_OVER, ABORT)),
            Map.entry(HAND_OVER, EnumSet.of(SWITCH, ABORT)),
            Map.entry(SWITCH, EnumSet.of(ROUTE)),
            Map.entry(ROUTE, EnumSet.of(VERIFY)),
            Map.entry(VERIFY, EnumSet.of(GATES)),
            Map.entry(RETIRE, EnumSet.of(ENTER)),
            Map.entry(ABORT, EnumSet.of(GATES)));

    /** Whether a stored record may go from this step to the given one. */
    public boolean allows(CutoverStep next) {
        return ALLOWED.get(this).contains(next);
    }

    /** Whether a failure here is undone by {@link #ABORT}: the fence may be up, and the decision has not fallen. */
    public boolean canAbort() {
        return allows(ABORT);
    }

    /** Whether the move can only go forward from here, however long it takes. */
    public boolean isDecided() {
        return this == SWITCH || this == ROUTE || this == VERIFY;
    }
}
