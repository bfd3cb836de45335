package com.rentwave.cdc.capture;

import com.rentwave.sync.Lsn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a database's log ends. Gates ask for it several times in each flip, so the connection is kept: to make one costs the
 * server more than a hundred answers.
 */
final class LogEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogEnd.class);

    /** Gates wait for three seconds. */
    private static final int LONGEST_MILLIS = 2_000;

    private final SourceDatabase database;
    private Connection connection;

    LogEnd(SourceDatabase database) {
        this.database = database;
    }

    /**
     * Where it ends now.
     *
     * @throws SQLException when the database does not answer, not even over a new connection
     */
    synchronized Lsn now() throws SQLException {
        if (connection != null) {
            try {
                return ask();
            } catch (SQLException e) {
                LOG.debug("asked again over a new connection", e);
                close();
            }
        }
        connection = database.connect();
        connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
        return ask();
    }

    private Lsn ask() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn()")) {
            row.next();
            return Lsn.parse(row.getString(1));
        }
    }

    /** It may be asked again; then it makes a new connection. */
    @Override
    public synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closing", e);
            }
            connection = null;
        }
    }
}
