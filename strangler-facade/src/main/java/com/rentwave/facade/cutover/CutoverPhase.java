package com.rentwave.facade.cutover;

import com.rentwave.sync.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an API has moved out of the monolith.
 *
 * <pre>
 * LEGACY ──▶ SYNCED ──▶ SHADOW ──▶ CANARY ──▶ READS ══▶ OWNED ──▶ RETIRED
 *    ◀──────────┴──────────┴──────────┴─────────┴───◀═ rollback ═┘  no way back
 * </pre>
 *
 * A double line is a flip: it changes who owns the rows. Going on is one phase at a time, going back ends in
 * LEGACY, or from OWNED in READS, where the writes are back and the reads stay. RETIRED is entered from OWNED by a move of its own, never on the way of another, and nothing leads away from it.
 */
public enum CutoverPhase {
    /** The monolith reads and writes; the service may know nothing. */
    LEGACY,
    /** The monolith reads and writes; its rows stream to the service, and the way back stands ready. */
    SYNCED,
    /** As SYNCED, and the service may be asked for a copy of each read. */
    SHADOW,
    /** As SHADOW, and a part of the users may be read for by the service. */
    CANARY,
    /** The service reads, the monolith writes. */
    READS,
    /** The service reads and writes; its rows stream back to the monolith. */
    OWNED,
    /** As OWNED, for ever: the monolith's component is off and its database never takes the rows back. */
    RETIRED;

    /** The side that owns the rows of an API in this phase. */
    public Side owner() {
        return this == OWNED || this == RETIRED ? Side.SERVICE : Side.LEGACY;
    }

    /** Whether one move may lead from here to the given phase. */
    public boolean leadsTo(CutoverPhase target) {
        return switch (target) {
            case LEGACY -> this != LEGACY && this != RETIRED;
            case SYNCED, SHADOW, CANARY, OWNED -> target.ordinal() > ordinal();
            case READS -> target.ordinal() > ordinal() || this == OWNED;
            case RETIRED -> this == OWNED;
        };
    }

    /**
     * The changes a move from here to the target makes, in order.
     *
     * @throws IllegalArgumentException when no move leads there
     */
    public List<PhaseChange> pathTo(CutoverPhase target) {
        if (!leadsTo(target)) {
            throw new IllegalArgumentException("no move leads from " + this + " to " + target);
        }
        if (target.ordinal() < ordinal()) {
            return List.of(new PhaseChange(this, target));
        }
        List<PhaseChange> path = new ArrayList<>();
        for (int i = ordinal(); i < target.ordinal(); i++) {
            path.add(new PhaseChange(values()[i], values()[i + 1]));
        }
        return List.copyOf(path);
    }
}
