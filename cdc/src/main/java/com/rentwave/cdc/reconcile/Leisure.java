package com.rentwave.cdc.reconcile;

import com.rentwave.sync.Pause;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Reads a table of both sides while users are served: by turns, in stretches, and after each nothing is read for twice as
 * long as it took, as a database's own vacuum rests when it has cost enough.
 */
final class Leisure {

    /** Times of rest for each of work. */
    private static final int RESTS = 2;

    /** However slow the work was: a transaction is open on both sides. */
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

    /** From then on nothing rests: gates refuse a flip while a transaction is open for long. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

    private final BooleanSupplier nobodyWaits;

    /** @param nobodyWaits asked after each stretch; while somebody waits nothing rests */
    Leisure(BooleanSupplier nobodyWaits) {
        this.nobodyWaits = nobodyWaits;
    }

    void read(Snapshot legacy, Snapshot service) throws SQLException {
        long begun = System.nanoTime();
        long stretch = begun;
        while (legacy.readOn() | service.readOn()) {
            long now = System.nanoTime();
            if (now - begun < LONGEST && nobodyWaits.getAsBoolean()) {
                rest(Math.min(LONGEST_REST, RESTS * (now - stretch)));
            }
            stretch = System.nanoTime();
        }
    }

    private static void rest(long nanos) throws SQLException {
        if (!Pause.of(Duration.ofNanos(nanos))) {
            throw new SQLException("interrupted while tables were compared");
        }
    }
}
