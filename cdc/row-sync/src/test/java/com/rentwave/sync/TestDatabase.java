package com.rentwave.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database of one side, for one test. */
record TestDatabase(TestCluster cluster, Side side, String name) {

    /** As the application of the side. */
    DataSource app() {
        return cluster.as(side == Side.LEGACY ? "rentwave_legacy" : "rentwave_vehicles", name);
    }

    /** As the applier that writes to this side. */
    DataSource applier() {
        return cluster.as(side == Side.LEGACY ? "rentwave_cdc" : "rentwave_vehicles_sync", name);
    }

    DataSource coordinator() {
        return cluster.as("rentwave_coordinator", name);
    }

    DataSource superuser() {
        return cluster.as("postgres", name);
    }

    void own(String owner, long epoch) throws SQLException {
        run(superuser(), "UPDATE sync.ownership SET owner = ?, epoch = ?", owner, epoch);
    }

    String text(String sql, Object... parameters) throws SQLException {
        List<String> column = column(sql, parameters);
        return column.isEmpty() ? null : column.get(0);
    }

    List<String> column(String sql, Object... parameters) throws SQLException {
        try (Connection connection = superuser().getConnection();
                PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet rows = query.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** All rows of one of the API's tables, ordered by their first column. */
    List<Map<String, Object>> rows(TableShape table) throws SQLException {
        try (Connection connection = superuser().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT " + table.selectList() + " FROM " + table.name() + " ORDER BY 1, 2");
                ResultSet rows = query.executeQuery()) {
            List<Map<String, Object>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(table.read(rows));
            }
            return all;
        }
    }

    void run(String sql, Object... parameters) throws SQLException {
        run(app(), sql, parameters);
    }

    static int run(DataSource database, String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return run(connection, sql, parameters);
        }
    }

    static int run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.execute() ? -1 : statement.getUpdateCount();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
