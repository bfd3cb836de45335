package com.rentwave.cdc.reconcile;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A connection to each side, for one piece of work.
 *
 * @param source the side the rows come from: the owner or, while nobody owns them, the side with the higher epoch, which
 *     was the owner last
 */
record Connections(Connection legacy, Connection service, Side source) implements AutoCloseable {

    private record Ownership(String owner, long epoch) {}

    static Connections open(Sides sides, String api) throws SQLException {
        Connection legacy = sides.legacy().getConnection();
        try {
            Connection service = sides.service().getConnection();
            try {
                return new Connections(legacy, service, source(ownership(legacy, api), ownership(service, api)));
            } catch (SQLException e) {
                service.close();
                throw e;
            }
        } catch (SQLException e) {
            legacy.close();
            throw e;
        }
    }

    private static Side source(Ownership legacy, Ownership service) {
        if (service.owner().equals(Side.SERVICE.word())) {
            return Side.SERVICE;
        }
        boolean serviceWasLast = legacy.owner().equals("nobody") && service.epoch() > legacy.epoch();
        return serviceWasLast ? Side.SERVICE : Side.LEGACY;
    }

    private static Ownership ownership(Connection connection, String api) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT owner, epoch FROM sync.ownership WHERE api = ?")) {
            statement.setString(1, api);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("the database knows no API " + api);
                }
                return new Ownership(rows.getString(1), rows.getLong(2));
            }
        }
    }

    Connection of(Side side) {
        return side == Side.LEGACY ? legacy : service;
    }

    @Override
    public void close() throws SQLException {
        try {
            legacy.close();
        } finally {
            service.close();
        }
    }
}
