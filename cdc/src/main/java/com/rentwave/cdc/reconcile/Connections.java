package com.rentwave.cdc.reconcile;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A connection to each side, for one piece of work. */
final class Connections implements AutoCloseable {

    private final KeptConnection legacyKeeper;
    private final KeptConnection serviceKeeper;
    private final Connection legacy;
    private final Connection service;
    private Side source;

    private record Ownership(String owner, long epoch) {}

    private Connections(KeptConnection legacyKeeper, KeptConnection serviceKeeper) throws SQLException {
        this.legacyKeeper = legacyKeeper;
        this.serviceKeeper = serviceKeeper;
        this.legacy = legacyKeeper.lend();
        try {
            this.service = serviceKeeper.lend();
        } catch (SQLException e) {
            legacyKeeper.giveBack(legacy);
            throw e;
        }
    }

    static Connections open(KeptConnection legacy, KeptConnection service, String api) throws SQLException {
        Connections connections = new Connections(legacy, service);
        try {
            connections.source = source(ownership(connections.legacy, api), ownership(connections.service, api));
            return connections;
        } catch (SQLException e) {
            connections.close();
            throw e;
        }
    }

    Connection legacy() {
        return legacy;
    }

    Connection service() {
        return service;
    }

    /**
     * The side the rows come from: the owner or, while nobody owns them, the side with the higher epoch, which was the owner
     * last.
     */
    Side source() {
        return source;
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
            legacyKeeper.giveBack(legacy);
        } finally {
            serviceKeeper.giveBack(service);
        }
    }
}
