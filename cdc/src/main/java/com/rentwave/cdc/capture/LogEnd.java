package com.rentwave.cdc.capture;

import com.rentwave.sync.Lsn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a database's log ends. Gates ask for it several times in each flip, so the connection is kept: to make one costs the
 * server more than a hundred answers. Nobody waits for long for a server that hangs, nor for others who do.
 */
final class LogEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogEnd.class);
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final SourceDatabase database;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Connection connection;
    private volatile boolean closed;

    LogEnd(SourceDatabase database) {
        this.database = database;
    }

    /**
     * Where it ends now.
     *
     * @throws SQLException when the database does not answer soon, not even over a new connection
     */
    Lsn now() throws SQLException {
        awaitTurn();
        try {
            Connection kept = connection;
            if (kept != null) {
                try {
                    return ask(kept);
                } catch (SQLException e) {
                    LOG.debug("asked again over a new connection", e);
                    abort();
                }
            }
            Connection made = database.connectImpatiently();
            connection = made;
            if (closed) {
                abort();
                throw new SQLException("nobody is to ask any more");
            }
            return ask(made);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() throws SQLException {
        try {
            if (!turn.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new SQLException("the database does not answer those who asked before");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while others asked", e);
        }
    }

    private static Lsn ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn()")) {
            row.next();
            return Lsn.parse(row.getString(1));
        }
    }

    private void abort() {
        Connection gone = connection;
        connection = null;
        if (gone != null) {
            try {
                gone.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("closing", e);
            }
        }
    }

    /** For good; whoever is asking gets no answer. */
    @Override
    public void close() {
        closed = true;
        abort();
    }
}
