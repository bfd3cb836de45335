package com.rentwave.cdc.reconcile;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * All rows of an API were equal on both sides. It holds for each row for as long as neither side's version of it is replaced.
 *
 * @param at when that was
 * @param legacy versions of the monolith's rows from before it were looked at
 * @param service versions of the service's rows from before it were looked at
 */
record Proof(Instant at, Horizon legacy, Horizon service) {

    /** All rows are compared again after this time in any case; numbers of transactions come round only after much longer. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Where a comparison begins; it becomes a proof when it finds no difference. */
    static Proof begun(Connections connections, Instant now) throws SQLException {
        return new Proof(now, Horizon.now(connections.legacy()), Horizon.now(connections.service()));
    }

    /** Whether only what was written since has to be compared. */
    boolean holdsAt(Proof begun) {
        return legacy.isOfTheLifeOf(begun.legacy)
                && service.isOfTheLifeOf(begun.service)
                && !begun.at.isBefore(at)
                && begun.at.isBefore(at.plus(LONGEST));
    }

    /** To be done before a proof is kept. */
    static void makeDurable(Connections connections) throws SQLException {
        Horizon.makeDurable(connections.legacy());
        Horizon.makeDurable(connections.service());
    }
}
