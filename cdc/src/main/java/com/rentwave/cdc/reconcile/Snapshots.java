package com.rentwave.cdc.reconcile;

import com.rentwave.sync.Pause;
import com.rentwave.sync.TableMapping;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A table of both sides, looked at in as good as one moment: the fewer writes come between, the fewer rows seem to differ.
 *
 * <p>Both are read in short stretches, by turns, with as much rest as work between them, as a database's own vacuum does with
 * its cost delay: users whose requests wait for the same processors notice less of it, and nobody waits for the end.
 */
final class Snapshots implements AutoCloseable {

    private final Snapshot legacy;
    private final Snapshot service;

    private Snapshots(Snapshot legacy, Snapshot service) {
        this.legacy = legacy;
        this.service = service;
    }

    /** @param since from when on rows are {@link Snapshot#written()}; null for none */
    static Snapshots of(Connections connections, TableMapping table, Proof since) throws SQLException {
        Snapshot legacy = Snapshot.of(connections.legacy(), table.legacy(), since == null ? null : since.legacy());
        try {
            Snapshot service =
                    Snapshot.of(connections.service(), table.service(), since == null ? null : since.service());
            return new Snapshots(legacy, service).read();
        } catch (SQLException | RuntimeException | Error e) {
            try (legacy) {
                throw e;
            }
        }
    }

    Snapshot legacy() {
        return legacy;
    }

    Snapshot service() {
        return service;
    }

    private Snapshots read() throws SQLException {
        try {
            while (true) {
                long began = System.nanoTime();
                boolean more = legacy.readOn() | service.readOn();
                if (!more) {
                    return this;
                }
                if (!Pause.of(Duration.ofNanos(System.nanoTime() - began))) {
                    throw new SQLException("interrupted while " + legacy + " was read");
                }
            }
        } catch (SQLException | RuntimeException | Error e) {
            try (service) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (legacy;
                service) {
            // both, whatever happens
        }
    }
}
