package com.rentwave.cdc.reconcile;

import com.rentwave.sync.RowRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Sends a mark from the source and waits until the other side has applied it, and with it all that was written before. */
final class Barrier {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 3;

    private final String api;
    private final Connections connections;

    Barrier(String api, Connections connections) {
        this.api = api;
        this.connections = connections;
    }

    void pass() throws SQLException, BarrierException {
        String id = "reconcile-" + UUID.randomUUID();
        emit(connections.of(connections.source()), id);
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!isApplied(connections.of(connections.source().other()), id)) {
            if (System.nanoTime() > end) {
                throw new BarrierException("a barrier from "
                        + connections.source().word() + " was not applied within " + LONGEST_WAIT.toSeconds() + " s");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BarrierException("interrupted");
            }
        }
    }

    private void emit(Connection connection, String id) throws SQLException {
        String content = "{\"api\":\"" + api + "\",\"id\":\"" + id + "\"}";
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_logical_emit_message(false, 'rentwave.barrier', ?, true)")) {
            statement.setString(1, content);
            statement.execute();
        }
    }

    private boolean isApplied(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM sync.applied_barrier WHERE stream = ? AND barrier = ?")) {
            statement.setString(1, RowRecord.topic(api, connections.source()));
            statement.setString(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
