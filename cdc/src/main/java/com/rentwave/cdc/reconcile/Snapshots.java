package com.rentwave.cdc.reconcile;

import com.rentwave.sync.Pause;
import com.rentwave.sync.TableMapping;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A table of both sides, looked at from as good as one moment on: the fewer writes come between, the fewer rows seem to
 * differ.
 */
final class Snapshots implements AutoCloseable {

    /** Times of rest for each of work. */
    private static final int RESTS = 2;

    /** However slow the work was: a transaction is open on both sides. */
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

    /** From then on nothing rests: gates refuse a flip while a transaction is open for long. */
    private static final long LONGEST_LEISURE = TimeUnit.SECONDS.toNanos(2);

    private final Snapshot legacy;
    private final Snapshot service;

    private Snapshots(Snapshot legacy, Snapshot service) {
        this.legacy = legacy;
        this.service = service;
    }

    /** How a table is read of which both sides are looked at. */
    private interface Reading {
        void of(Snapshot legacy, Snapshot service) throws SQLException;
    }

    /** Both tables, read at once: somebody waits for it. No row is {@link Snapshot#written()}. */
    static Snapshots of(Connections connections, TableMapping table) throws SQLException {
        return of(connections, table, null, null, (legacy, service) -> {
            legacy.readRest();
            service.readRest();
        });
    }

    /**
     * Both tables, read while users are served: by turns, in stretches, and after each nothing is read for twice as long as it
     * took, as a database's own vacuum rests when it has cost enough.
     *
     * @param since from when on rows are {@link Snapshot#written()}
     * @param leisure whether nobody waits for it
     */
    static Snapshots since(Proof since, Connections connections, TableMapping table, BooleanSupplier leisure)
            throws SQLException {
        return of(
                connections,
                table,
                since.legacy(),
                since.service(),
                (legacy, service) -> readAtLeisure(legacy, service, leisure));
    }

    private static Snapshots of(
            Connections connections, TableMapping table, Horizon sinceLegacy, Horizon sinceService, Reading how)
            throws SQLException {
        Snapshot legacy = Snapshot.of(connections.legacy(), table.legacy(), sinceLegacy);
        try {
            Snapshot service = Snapshot.of(connections.service(), table.service(), sinceService);
            try {
                how.of(legacy, service);
                return new Snapshots(legacy, service);
            } catch (SQLException | RuntimeException | Error e) {
                try (service) {
                    throw e;
                }
            }
        } catch (SQLException | RuntimeException | Error e) {
            try (legacy) {
                throw e;
            }
        }
    }

    private static void readAtLeisure(Snapshot legacy, Snapshot service, BooleanSupplier leisure) throws SQLException {
        long begun = System.nanoTime();
        long stretch = begun;
        while (legacy.readOn() | service.readOn()) {
            long now = System.nanoTime();
            if (now - begun < LONGEST_LEISURE && leisure.getAsBoolean()) {
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

    Snapshot legacy() {
        return legacy;
    }

    Snapshot service() {
        return service;
    }

    @Override
    public void close() throws SQLException {
        try (legacy;
                service) {
            // both, whatever happens
        }
    }
}
