package com.rentwave.sync;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes changed rows into the tables of the target side, in the order given; neighbours of one form go in one batch. */
final class RowWriter implements AutoCloseable {

    private static final int LARGEST_BATCH = 500;

    private int largestBatch = LARGEST_BATCH;

    private final Connection connection;
    private final ApiMapping mapping;
    private final Side target;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private String openSql;
    private boolean openMustHit;
    private int openCount;
    private String openRow;

    RowWriter(Connection connection, ApiMapping mapping, Side target) {
        this.connection = connection;
        this.mapping = mapping;
        this.target = target;
    }

    /** Sends rows one by one from now on, so that a refusal can name its row. */
    void rowByRow(boolean wanted) {
        largestBatch = wanted ? 1 : LARGEST_BATCH;
    }

    /** Deletes every row of the API. */
    void clear() throws SQLException {
        flush();
        try (var statement = connection.createStatement()) {
            for (int i = mapping.tables().size() - 1; i >= 0; i--) {
                statement.executeUpdate(deleteAllSql(mapping.tables().get(i).shape(target)));
            }
        }
    }

    private void clear(TableShape table) throws SQLException {
        flush();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(deleteAllSql(table));
        }
    }

    /**
     * Makes one change, given as captured on the other side.
     *
     * @throws MappingException when it has no counterpart here
     */
    void write(RowChange captured) throws SQLException {
        RowChange change = mapping.mapped(target.other(), captured);
        TableShape table = mapping.table(target, change.table()).shape(target);
        if (change.op() != RowChange.Op.TRUNCATE) {
            requireKey(table, change);
        }
        switch (change.op()) {
            case TRUNCATE -> clear(table);
            case DELETE -> add(table, change, deleteSql(table), table.key(), false);
            case INSERT -> {
                requireWhole(table, change);
                add(table, change, upsertSql(table), table.columns(), false);
            }
            case UPDATE -> {
                if (change.row().size() == table.columns().size()) {
                    add(table, change, upsertSql(table), table.columns(), false);
                } else {
                    update(table, change);
                }
            }
        }
    }

    /** An UPDATE that leaves out unchanged columns: only a row that is there can be brought up to date with it. */
    private void update(TableShape table, RowChange change) throws SQLException {
        List<TableShape.Column> set = table.columns().stream()
                .filter(c -> !c.key() && change.row().containsKey(c.name()))
                .toList();
        if (!set.isEmpty()) {
            List<TableShape.Column> bound =
                    Stream.concat(set.stream(), table.key().stream()).toList();
            String sql = "UPDATE " + table.name() + " SET " + assignments(set, ", ") + " WHERE "
                    + assignments(table.key(), " AND ");
            add(table, change, sql, bound, true);
        }
    }

    private void add(TableShape table, RowChange change, String sql, List<TableShape.Column> bound, boolean mustHit)
            throws SQLException {
        if (!sql.equals(openSql) || openCount >= largestBatch) {
            flush();
        }
        openSql = sql;
        openMustHit = mustHit;
        openRow = table.name() + ' ' + table.keyText(change.row());
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < bound.size(); i++) {
            Object value = change.row().get(bound.get(i).name());
            statement.setString(i + 1, value == null ? null : value.toString());
        }
        statement.addBatch();
        openCount++;
    }

    /** Sends what is still held back. */
    void flush() throws SQLException {
        if (openCount == 0) {
            return;
        }
        int count = openCount;
        openCount = 0;
        PreparedStatement statement = statements.get(openSql);
        try {
            for (int hit : statement.executeBatch()) {
                if (openMustHit && hit == 0) {
                    throw new MappingException(openRow + " or one near it is to be updated but is not there");
                }
            }
        } catch (BatchUpdateException e) {
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            throw count == 1
                    ? new SQLException(openRow + ": " + cause.getMessage(), cause.getSQLState(), cause)
                    : cause;
        } finally {
            openSql = null;
        }
    }

    /** Forgets what is still held back; for use after a rollback. */
    void discard() throws SQLException {
        openCount = 0;
        openSql = null;
        for (PreparedStatement statement : statements.values()) {
            statement.clearBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }

    private static void requireKey(TableShape table, RowChange change) {
        for (TableShape.Column key : table.key()) {
            if (change.row().get(key.name()) == null) {
                throw new MappingException("a row of " + table.name() + " came without its key " + key.name());
            }
        }
    }

    private static void requireWhole(TableShape table, RowChange change) {
        if (change.row().size() != table.columns().size()) {
            throw new MappingException(table.name() + ' ' + table.keyText(change.row()) + " came without some columns");
        }
    }

    private static String upsertSql(TableShape table) {
        String names = table.columns().stream().map(TableShape.Column::name).collect(Collectors.joining(", "));
        String values = table.columns().stream().map(c -> c.type().parameter()).collect(Collectors.joining(", "));
        String key = table.key().stream().map(TableShape.Column::name).collect(Collectors.joining(", "));
        String set = table.columns().stream()
                .filter(c -> !c.key())
                .map(c -> c.name() + " = EXCLUDED." + c.name())
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table.name() + " (" + names + ") VALUES (" + values + ") ON CONFLICT (" + key
                + ") DO UPDATE SET " + set;
    }

    private static String deleteAllSql(TableShape table) {
        return "DELETE FROM " + table.name();
    }

    private static String deleteSql(TableShape table) {
        return "DELETE FROM " + table.name() + " WHERE " + assignments(table.key(), " AND ");
    }

    private static String assignments(List<TableShape.Column> columns, String between) {
        return columns.stream()
                .map(c -> c.name() + " = " + c.type().parameter())
                .collect(Collectors.joining(between));
    }
}
