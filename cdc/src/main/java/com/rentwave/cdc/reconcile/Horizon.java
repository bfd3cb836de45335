package com.rentwave.cdc.reconcile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A point in the life of a database: every transaction before it has ended, and what it wrote can be seen. The version of a
 * row names the transaction that wrote it, and is never changed, only replaced.
 *
 * @param server which server, in which of its lives: a version may be lost in a crash, or by going back to a backup
 * @param transaction the number of the oldest transaction that may not have ended
 */
record Horizon(String server, long transaction) {

    private static final String NOW = """
        SELECT concat_ws(' ', s.system_identifier, c.timeline_id, d.oid, pg_postmaster_start_time()),
               pg_snapshot_xmin(pg_current_snapshot())::xid::text
        FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d
        WHERE d.datname = current_database()
        """;

    static Horizon now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NOW)) {
            rows.next();
            return new Horizon(rows.getString(1), Long.parseLong(rows.getString(2)));
        }
    }

    /** Whether the versions of then are told by the same numbers now. */
    boolean isOfTheLifeOf(Horizon later) {
        return server.equals(later.server);
    }

    /** The condition on a row that its version is not from before; true also for one too old to tell. */
    String writtenSince() {
        return "age(xmin) <= (SELECT age('" + transaction + "'::xid))";
    }

    /** Has everything that can be seen now survive a crash of the server: an applier commits without waiting for that. */
    static void makeDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_logical_emit_message(false, 'rentwave.heartbeat', '', true)");
        }
    }
}
