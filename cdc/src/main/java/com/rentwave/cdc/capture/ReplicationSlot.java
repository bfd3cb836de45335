package com.rentwave.cdc.capture;

import com.rentwave.sync.Lsn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A replication slot as PostgreSQL shows it.
 *
 * @param activePid the process that reads it; null when nobody does
 * @param confirmed what its reader has confirmed
 * @param lost why it can no longer be read; null when it can
 */
record ReplicationSlot(Integer activePid, Lsn confirmed, String lost) {

    /** A slot that was just made, with the snapshot that shows exactly what the slot will not stream. */
    record Created(Lsn consistentPoint, String snapshot) {

        /** Begins a transaction that sees just that snapshot; the slot's connection must be open still. */
        void enter(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            }
        }
    }

    static Optional<ReplicationSlot> find(Connection connection, String name) throws SQLException {
        String query =
                "SELECT active_pid, confirmed_flush_lsn, wal_status, invalidation_reason, database = current_database()"
                        + " FROM pg_replication_slots WHERE slot_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        }
    }

    private static ReplicationSlot read(ResultSet rows) throws SQLException {
        String confirmed = rows.getString(2);
        String lost = null;
        if ("lost".equals(rows.getString(3)) || rows.getString(4) != null) {
            lost = "invalidated by PostgreSQL (" + rows.getString(4) + ')';
        } else if (!rows.getBoolean(5)) {
            lost = "it belongs to another database";
        }
        return new ReplicationSlot(
                (Integer) rows.getObject(1), confirmed == null ? new Lsn(0) : Lsn.parse(confirmed), lost);
    }

    /** Makes the slot; its snapshot can be used as long as the connection does nothing else. */
    static Created create(Connection replication, String name) throws SQLException {
        return create(replication, name, "");
    }

    /** Makes a slot that is gone with its connection. */
    static Created createForAMoment(Connection replication, String name) throws SQLException {
        return create(replication, name, " TEMPORARY");
    }

    private static Created create(Connection replication, String name, String kind) throws SQLException {
        try (Statement statement = replication.createStatement();
                ResultSet rows = statement.executeQuery(
                        "CREATE_REPLICATION_SLOT " + name + kind + " LOGICAL pgoutput (SNAPSHOT 'export')")) {
            rows.next();
            return new Created(Lsn.parse(rows.getString("consistent_point")), rows.getString("snapshot_name"));
        }
    }

    static void drop(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_drop_replication_slot(?)")) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
