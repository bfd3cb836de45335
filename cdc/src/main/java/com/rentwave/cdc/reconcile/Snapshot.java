package com.rentwave.cdc.reconcile;

import com.rentwave.sync.ColumnType;
import com.rentwave.sync.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of one side at one moment, in one transaction: which keys there are, and the rows written since a horizon. Both
 * are found in one pass over the table, because no index knows of versions and no database of what was deleted. The pass
 * is made in stretches.
 */
final class Snapshot implements AutoCloseable {

    /** Characters; rows whose places take more are not read by them, but looked for again: some 20,000. */
    private static final int MOST_PLACES = 250_000;

    private static final int ROWS_AT_A_TIME = 2_000;

    /** Blocks of a table: 2 MB. */
    private static final long STRETCH = 256;

    private final Connection connection;
    private final TableShape table;
    private final Horizon since;
    private PreparedStatement reading;
    private final StringBuilder places = new StringBuilder();
    private KeySum sum = KeySum.NONE;
    private long blocks;
    private long next;

    private Snapshot(Connection connection, TableShape table, Horizon since) {
        this.connection = connection;
        this.table = table;
        this.since = since;
    }

    /**
     * Fixes the moment; nothing is read yet.
     *
     * @param since from when on rows are {@link #written()}; null for none
     */
    static Snapshot of(Connection connection, TableShape table, Horizon since) throws SQLException {
        Snapshot snapshot = new Snapshot(connection, table, since);
        connection.setAutoCommit(false);
        try {
            snapshot.begin();
            return snapshot;
        } catch (SQLException | RuntimeException | Error e) {
            try (snapshot) {
                throw e;
            }
        }
    }

    /** All keys that were read. */
    KeySum sum() {
        return sum;
    }

    /** The keys of each share that has any. */
    Map<Integer, KeySum> sums() throws SQLException {
        // Asked in two steps, so that the database expects few shares and need not sort for them.
        String query = "SELECT (hash & " + (Keys.SHARES - 1) + ")::int, count(*), bit_xor(hash) FROM (SELECT " + hash()
                + " AS hash FROM " + table.name() + " OFFSET 0) AS keys GROUP BY 1";
        Map<Integer, KeySum> sums = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                sums.put(rows.getInt(1), new KeySum(rows.getLong(2), rows.getLong(3)));
            }
        }
        return sums;
    }

    /** The rows whose version is not from before the horizon, whatever they say themselves. */
    Rows written() throws SQLException {
        boolean placed = places.length() <= MOST_PLACES;
        // The places are joined, not compared: no plan then has all of them read again for each row.
        reading = connection.prepareStatement("SELECT " + table.selectList() + " FROM " + table.name()
                + (placed
                        ? " JOIN unnest(cast(? as tid[])) AS places (place) ON ctid = place"
                        : " WHERE " + isWritten())
                + " ORDER BY " + OrderedRows.order(table));
        reading.setFetchSize(ROWS_AT_A_TIME);
        if (placed) {
            reading.setString(1, "{" + places + '}');
        }
        ResultSet rows = reading.executeQuery();
        return () -> rows.next() ? table.read(rows) : null;
    }

    /** Those of the keys that are there, with their hashes. */
    Map<List<Object>, Long> hashes(Collection<List<Object>> keys) throws SQLException {
        Map<List<Object>, Long> there = new HashMap<>();
        if (keys.isEmpty()) {
            return there;
        }
        List<TableShape.Column> columns = table.key();
        String names = columns.stream().map(TableShape.Column::name).collect(Collectors.joining(", "));
        String arrays = columns.stream().map(c -> c.type().arrayParameter()).collect(Collectors.joining(", "));
        String query = "SELECT " + keyList() + ", " + hash() + " FROM " + table.name() + " WHERE (" + names
                + ") IN (SELECT * FROM unnest(" + arrays + "))";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < columns.size(); i++) {
                int column = i;
                Object[] values =
                        keys.stream().map(key -> key.get(column).toString()).toArray();
                statement.setArray(i + 1, connection.createArrayOf("text", values));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    there.put(key(rows), rows.getLong(columns.size() + 1));
                }
            }
        }
        return there;
    }

    /** All keys of some shares. */
    Set<List<Object>> keys(Set<Integer> shares) throws SQLException {
        String query = "SELECT " + keyList() + " FROM " + table.name() + " WHERE (" + hash() + " & " + (Keys.SHARES - 1)
                + ")::int = ANY (?)";
        Set<List<Object>> keys = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("int", shares.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(key(rows));
                }
            }
        }
        return keys;
    }

    private void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            // What can be seen from now on stands in no block that is added later.
            try (ResultSet row = statement.executeQuery("SELECT pg_relation_size('" + table.name()
                    + "'::regclass) / current_setting('block_size')::bigint")) {
                row.next();
                blocks = row.getLong(1);
            }
        }
    }

    /**
     * Reads the next stretch of the table, or nothing when all of it was read.
     *
     * @return whether there is more
     */
    boolean readOn() throws SQLException {
        if (next > blocks) {
            return false;
        }
        long end = next + STRETCH;
        if (end >= blocks) {
            readRest();
            return false;
        }
        read(" WHERE ctid >= '(" + next + ",0)'::tid AND ctid < '(" + end + ",0)'::tid");
        next = end;
        return true;
    }

    /** Reads all that was not read yet. */
    void readRest() throws SQLException {
        read(next == 0 ? "" : " WHERE ctid >= '(" + next + ",0)'::tid");
        next = blocks + 1;
    }

    private void read(String where) throws SQLException {
        String query = "SELECT count(*), coalesce(bit_xor(" + hash()
                + "), 0), left(string_agg('\"' || ctid::text || '\"', ',')"
                + " FILTER (WHERE " + isWritten() + "), " + (MOST_PLACES + 1) + ") FROM " + table.name() + where;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            sum = sum.plus(new KeySum(row.getLong(1), row.getLong(2)));
            String some = row.getString(3);
            if (some != null && places.length() <= MOST_PLACES) {
                places.append(places.isEmpty() ? "" : ",").append(some);
            }
        }
    }

    private String isWritten() {
        return since == null ? "false" : since.writtenSince();
    }

    private String keyList() {
        return table.key().stream().map(c -> c.type().selected(c.name())).collect(Collectors.joining(", "));
    }

    private List<Object> key(ResultSet rows) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (TableShape.Column column : table.key()) {
            key.add(column.type().read(rows, key.size() + 1));
        }
        return key;
    }

    /** The same on both sides. Of other keys than these only the last column may hold the separator. */
    private String hash() {
        List<TableShape.Column> columns = table.key();
        List<ColumnType> types = columns.stream().map(TableShape.Column::type).toList();
        if (types.equals(List.of(ColumnType.BIGINT))) {
            return "hashint8extended(" + columns.get(0).name() + ", 0)";
        }
        if (types.equals(List.of(ColumnType.BIGINT, ColumnType.TEXT))) {
            // the number is the seed: half of the time that a common text takes
            return "hashtextextended(" + columns.get(1).name() + ", "
                    + columns.get(0).name() + ")";
        }
        return "hashtextextended(concat_ws(':', " + keyList() + "), 0)";
    }

    @Override
    public void close() throws SQLException {
        try {
            if (reading != null) {
                reading.close();
            }
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
