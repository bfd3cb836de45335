package com.rentwave.cdc.reconcile;

import com.rentwave.sync.ColumnType;
import com.rentwave.sync.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a table in the order of their keys, read in key ranges so that no transaction stays open for long. */
final class OrderedRows implements Rows {

    private static final int ROWS_IN_A_RANGE = 2_000;

    private final Connection connection;
    private final TableShape table;
    private final Instant since;
    private final Deque<Map<String, Object>> range = new ArrayDeque<>();
    private Map<String, Object> last;
    private boolean complete;

    private OrderedRows(Connection connection, TableShape table, Instant since) {
        this.connection = connection;
        this.table = table;
        this.since = since;
    }

    static OrderedRows all(Connection connection, TableShape table) {
        return new OrderedRows(connection, table, null);
    }

    /** Only the rows that were last written at that instant or later, as they say themselves. */
    static OrderedRows changedSince(Connection connection, TableShape table, Instant since) {
        return new OrderedRows(connection, table, since);
    }

    @Override
    public Map<String, Object> next() throws SQLException {
        if (range.isEmpty() && !complete) {
            readRange();
        }
        return range.poll();
    }

    /** The row with the same key as the given one; null when there is none. */
    static Map<String, Object> find(Connection connection, TableShape table, List<Object> key) throws SQLException {
        String where = table.key().stream()
                .map(c -> c.name() + " = " + c.type().parameter())
                .collect(Collectors.joining(" AND "));
        String query = "SELECT " + table.selectList() + " FROM " + table.name() + " WHERE " + where;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < key.size(); i++) {
                statement.setObject(i + 1, key.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? table.read(rows) : null;
            }
        }
    }

    static List<Object> key(TableShape table, Map<String, Object> row) {
        return table.key().stream().map(c -> row.get(c.name())).toList();
    }

    private void readRange() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query())) {
            int parameter = 1;
            if (last != null) {
                List<Object> key = key(table, last);
                statement.setObject(parameter++, key.get(0));
                for (Object value : key) {
                    statement.setObject(parameter++, value);
                }
            }
            if (since != null) {
                setSince(statement, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    range.add(table.read(rows));
                }
            }
        }
        complete = range.size() < ROWS_IN_A_RANGE;
        last = range.peekLast();
    }

    private void setSince(PreparedStatement statement, int parameter) throws SQLException {
        boolean zoned = table.column(table.changedAt()).orElseThrow().type() == ColumnType.TIMESTAMPTZ;
        if (zoned) {
            statement.setObject(parameter, since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(parameter, LocalDateTime.ofInstant(since, ZoneOffset.UTC), Types.TIMESTAMP);
        }
    }

    private String query() {
        TableShape.Column first = table.key().get(0);
        String key = order(table);
        String marks = table.key().stream().map(c -> c.type().parameter()).collect(Collectors.joining(", "));
        StringBuilder query = new StringBuilder("SELECT ")
                .append(table.selectList())
                .append(" FROM ")
                .append(table.name())
                .append(" WHERE true");
        if (last != null) {
            // The first condition is implied by the second, but only it can use the index.
            query.append(" AND ")
                    .append(first.name())
                    .append(" >= ")
                    .append(first.type().parameter())
                    .append(" AND (")
                    .append(key)
                    .append(") > (")
                    .append(marks)
                    .append(')');
        }
        if (since != null) {
            query.append(" AND ").append(table.changedAt()).append(" >= ?");
        }
        return query.append(" ORDER BY ")
                .append(key)
                .append(" LIMIT ")
                .append(ROWS_IN_A_RANGE)
                .toString();
    }

    /** Text in the order of its bytes: the same on both sides, and the same as in Java for what a key may hold. */
    static String order(TableShape table) {
        return table.key().stream().map(OrderedRows::ordered).collect(Collectors.joining(", "));
    }

    private static String ordered(TableShape.Column column) {
        return column.type() == ColumnType.TEXT ? column.name() + " COLLATE \"C\"" : column.name();
    }
}
