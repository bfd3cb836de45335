package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverState;
import com.rentwave.facade.cutover.Cutovers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Since when an API has been OWNED without interruption; an aborted flip fenced its rows, so it is one. */
@Component
class OwnedSince {

    private static final int NEWEST = 1000;

    private final Cutovers cutovers;

    OwnedSince(Cutovers cutovers) {
        this.cutovers = cutovers;
    }

    /** Empty when no move on record brought the API there. */
    Optional<Instant> of(String api) {
        return cutovers.newest(api, NEWEST).stream()
                .filter(move -> !move.isRunning() && move.state() != CutoverState.REFUSED)
                .filter(move -> move.to() != CutoverPhase.RETIRED)
                .findFirst()
                .filter(OwnedSince::leftItOwned)
                .map(Cutover::endedAt);
    }

    private static boolean leftItOwned(Cutover move) {
        return move.state() == CutoverState.DONE ? move.to() == CutoverPhase.OWNED : move.from() == CutoverPhase.OWNED;
    }
}
