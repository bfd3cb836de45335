package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverStep.ARM;
import static com.rentwave.facade.cutover.CutoverStep.BARRIER;
import static com.rentwave.facade.cutover.CutoverStep.DRAIN;
import static com.rentwave.facade.cutover.CutoverStep.ENTER;
import static com.rentwave.facade.cutover.CutoverStep.FENCE;
import static com.rentwave.facade.cutover.CutoverStep.GATES;
import static com.rentwave.facade.cutover.CutoverStep.HAND_OVER;
import static com.rentwave.facade.cutover.CutoverStep.MAPPING;
import static com.rentwave.facade.cutover.CutoverStep.RETIRE;
import static com.rentwave.facade.cutover.CutoverStep.ROUTE;
import static com.rentwave.facade.cutover.CutoverStep.SNAPSHOT;
import static com.rentwave.facade.cutover.CutoverStep.SWITCH;
import static com.rentwave.facade.cutover.CutoverStep.VERIFY;

import com.rentwave.sync.Side;
import java.util.List;

/**
 * One step along the phases: either the next phase, or back to LEGACY, or from OWNED back to READS.
 *
 * @param from the phase the API is in
 * @param to the phase it enters
 */
public record PhaseChange(CutoverPhase from, CutoverPhase to) {

    private static final List<CutoverStep> FLIP = List.of(GATES, FENCE, DRAIN, HAND_OVER, SWITCH, ROUTE, VERIFY);

    /** @throws IllegalArgumentException when the phases are not neighbours and it is no way back either */
    public PhaseChange {
        boolean forward = to.ordinal() == from.ordinal() + 1;
        boolean back = to.ordinal() < from.ordinal() && from.leadsTo(to);
        if (!forward && !back) {
            throw new IllegalArgumentException("not one change of phase: " + from + " to " + to);
        }
    }

    /** Whether the change moves the ownership of the rows to the other side. */
    public boolean flips() {
        return from.owner() != to.owner();
    }

    /** Whether the change takes the API back. */
    public boolean isRollback() {
        return to.ordinal() < from.ordinal();
    }

    /** Whether after the change somebody relies on rows that came through the streams. */
    public boolean needsRows() {
        return flips() || to.ordinal() >= CutoverPhase.SHADOW.ordinal();
    }

    /** Whether nothing is asked of the service after the change: it need not be well for it. */
    public boolean leavesService() {
        return to == CutoverPhase.LEGACY;
    }

    /** Whether the change fences the monolith for ever, and so ends the way back. */
    public boolean retires() {
        return to == CutoverPhase.RETIRED;
    }

    /** The side that owns the rows before the change. */
    public Side oldOwner() {
        return from.owner();
    }

    /** The side that owns the rows after the change. */
    public Side newOwner() {
        return to.owner();
    }

    /** The steps of the change, in order. */
    public List<CutoverStep> steps() {
        if (flips()) {
            return FLIP;
        }
        return switch (to) {
            case SYNCED -> List.of(GATES, ARM, SNAPSHOT, MAPPING, ENTER);
            case CANARY, READS -> List.of(GATES, BARRIER, ENTER);
            case LEGACY, SHADOW, OWNED -> List.of(GATES, ENTER);
            case RETIRED -> List.of(GATES, RETIRE, ENTER);
        };
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
