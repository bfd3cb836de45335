package com.rentwave.cdc.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Keeps connections open between two uses: inside of a fence there is no time to make one, and the last comparison of a flip
 * may be under way when the next one begins. What they ask is planned each
 * time: a plan from when a table was small, kept by the server, may look at each row of what has become a large one.
 */
final class KeptConnection {

    private static final int SECONDS_TO_ANSWER = 1;
    private static final int MOST = 2;

    private final DataSource database;
    private final Queue<Connection> kept = new ArrayBlockingQueue<>(MOST);

    KeptConnection(DataSource database) {
        this.database = database;
    }

    Connection lend() throws SQLException {
        Connection connection = kept.poll();
        if (connection != null) {
            if (!connection.isClosed() && connection.getAutoCommit() && connection.isValid(SECONDS_TO_ANSWER)) {
                return connection;
            }
            connection.close();
        }
        return planningEachTime(database.getConnection());
    }

    private static Connection planningEachTime(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).setPrepareThreshold(0);
        return connection;
    }

    void giveBack(Connection connection) throws SQLException {
        if (!kept.offer(connection)) {
            connection.close();
        }
    }
}
