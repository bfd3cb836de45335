package com.rentwave.contracts;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What a coordinator does in the database of a provider, done to one that only serves verifications: takes an API from it
 * and gives it back, and leaves barriers in its log.
 */
final class Ownership {

    private final String url;
    private final String user;
    private final String password;
    private String taken;
    private String owner;

    /**
     * @param url JDBC address of the provider's database
     * @param user a role that may write {@code sync.ownership}
     * @param password its password
     */
    Ownership(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void withdraw(String api) throws IOException {
        giveBack();
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            owner = ownerOf(connection, api);
            taken = api;
            write(connection, api, "nobody");
        } catch (SQLException e) {
            throw new IOException("the provider's database does not give " + api + " away: " + e.getMessage(), e);
        }
    }

    /** Leaves the mark in the log that a fence leaves. */
    void barrier(String api) throws IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement mark =
                        connection.prepareStatement("SELECT pg_logical_emit_message(true, 'rentwave.barrier', ?)")) {
            mark.setString(1, "{\"api\":\"" + api + "\",\"id\":\"" + UUID.randomUUID() + "\"}");
            mark.execute();
        } catch (SQLException e) {
            throw new IOException("the provider's database takes no barrier: " + e.getMessage(), e);
        }
    }

    void giveBack() {
        if (taken == null) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            write(connection, taken, owner);
            taken = null;
        } catch (SQLException e) {
            throw new IllegalStateException("the provider does not get " + taken + " back", e);
        }
    }

    private static String ownerOf(Connection connection, String api) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT owner FROM sync.ownership WHERE api = ?")) {
            query.setString(1, api);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("it knows no API " + api);
                }
                return row.getString(1);
            }
        }
    }

    private static void write(Connection connection, String api, String owner) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE sync.ownership SET owner = ? WHERE api = ?")) {
            update.setString(1, owner);
            update.setString(2, api);
            update.executeUpdate();
        }
    }
}
