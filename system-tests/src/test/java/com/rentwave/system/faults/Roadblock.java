package com.rentwave.system.faults;

import static org.awaitility.Awaitility.await;

import com.rentwave.platform.JdbcSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** A table that everybody may read and nobody may write to, so that whoever comes to write stands there until it is closed. */
final class Roadblock implements AutoCloseable {

    private final Connection connection;
    private final JdbcSettings database;
    private final String table;
    private final int pid;

    private Roadblock(Connection connection, JdbcSettings database, String table) throws SQLException {
        this.connection = connection;
        this.database = database;
        this.table = table;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
            try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                pid = row.getInt(1);
            }
        }
    }

    static Roadblock at(JdbcSettings database, String table) throws SQLException {
        Connection connection = database.connect();
        try {
            return new Roadblock(connection, database, table);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns when somebody stands there; whoever only clears up does not count. */
    void awaitSomebody() throws SQLException {
        try {
            await("somebody writes to " + table)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::isReached);
        } catch (ConditionTimeoutException nobodyCame) {
            close();
            throw nobodyCame;
        }
    }

    private boolean isReached() throws SQLException {
        String query = "SELECT count(*) > 0 FROM pg_stat_activity"
                + " WHERE usename <> 'rentwave_cdc' AND ? = ANY (pg_blocking_pids(pid))";
        try (Connection onlooker = database.connect();
                PreparedStatement statement = onlooker.prepareStatement(query)) {
            statement.setInt(1, pid);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
