package com.rentwave.cdc.reconcile;

import com.rentwave.sync.Pause;
import com.rentwave.sync.TableMapping;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A table of both sides, looked at from as good as one moment on: the fewer writes come between, the fewer rows seem to
 * differ. Both are read by turns, in short stretches.
 */
final class Snapshots implements AutoCloseable {

    /** Times of rest for each of work. */
    private static final int RESTS = 2;

    private final Snapshot legacy;
    private final Snapshot service;

    private Snapshots(Snapshot legacy, Snapshot service) {
        this.legacy = legacy;
        this.service = service;
    }

    /** Both tables, read at once: somebody waits for it. No row is {@link Snapshot#written()}. */
    static Snapshots of(Connections connections, TableMapping table) throws SQLException {
        return of(connections, table, null, null, 0);
    }

    /**
     * Both tables, read while users are served: after each stretch nothing is read for twice as long as it took, as a database's
     * own vacuum rests when it has cost enough.
     *
     * @param since from when on rows are {@link Snapshot#written()}
     */
    static Snapshots since(Proof since, Connections connections, TableMapping table) throws SQLException {
        return of(connections, table, since.legacy(), since.service(), RESTS);
    }

    private static Snapshots of(
            Connections connections, TableMapping table, Horizon sinceLegacy, Horizon sinceService, int rests)
            throws SQLException {
        Snapshot legacy = Snapshot.of(connections.legacy(), table.legacy(), sinceLegacy);
        try {
            Snapshot service = Snapshot.of(connections.service(), table.service(), sinceService);
            try {
                read(legacy, service, rests);
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

    private static void read(Snapshot legacy, Snapshot service, int rests) throws SQLException {
        long began = System.nanoTime();
        while (legacy.readOn() | service.readOn()) {
            if (!Pause.of(Duration.ofNanos(rests * (System.nanoTime() - began)))) {
                throw new SQLException("interrupted while " + legacy + " was read");
            }
            began = System.nanoTime();
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
