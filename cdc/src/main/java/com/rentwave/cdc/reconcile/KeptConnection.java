package com.rentwave.cdc.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Keeps one connection open between two uses: inside of a fence there is no time to make one. */
final class KeptConnection {

    private static final int SECONDS_TO_ANSWER = 1;

    private final DataSource database;
    private final AtomicReference<Connection> kept = new AtomicReference<>();

    KeptConnection(DataSource database) {
        this.database = database;
    }

    Connection lend() throws SQLException {
        Connection connection = kept.getAndSet(null);
        if (connection != null && connection.isValid(SECONDS_TO_ANSWER)) {
            return connection;
        }
        return database.getConnection();
    }

    void giveBack(Connection connection) throws SQLException {
        if (!kept.compareAndSet(null, connection)) {
            connection.close();
        }
    }
}
