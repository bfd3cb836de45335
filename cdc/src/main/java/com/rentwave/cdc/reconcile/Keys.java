package com.rentwave.cdc.reconcile;

import com.rentwave.sync.ColumnType;
import com.rentwave.sync.TableMapping;
import com.rentwave.sync.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares which rows there are on both sides, by their keys alone. Each database counts and adds up the keys in
 * {@value #SHARES} shares; the keys themselves are read only of the shares that are not the same on both sides, so little is
 * read when the two were asked at different moments of a table that is being written.
 */
final class Keys {

    private static final int SHARES = 256;

    private final Connections connections;
    private final TableMapping table;

    Keys(Connections connections, TableMapping table) {
        this.connections = connections;
        this.table = table;
    }

    private record Sum(long keys, long hash) {}

    /** The keys that only one side has; that may be because the other is a moment behind. */
    Set<List<Object>> onOneSide() throws SQLException {
        Map<Integer, Sum> legacy = sums(connections.legacy(), table.legacy());
        Map<Integer, Sum> service = sums(connections.service(), table.service());
        Set<Integer> shares = new HashSet<>(legacy.keySet());
        shares.addAll(service.keySet());
        shares.removeIf(share -> legacy.containsKey(share) && legacy.get(share).equals(service.get(share)));
        if (shares.isEmpty()) {
            return Set.of();
        }
        Set<List<Object>> both = keys(connections.legacy(), table.legacy(), shares);
        Set<List<Object>> one = keys(connections.service(), table.service(), shares);
        for (List<Object> key : both) {
            if (!one.remove(key)) {
                one.add(key);
            }
        }
        return one;
    }

    private static Map<Integer, Sum> sums(Connection connection, TableShape shape) throws SQLException {
        String query = "SELECT " + share("hash") + ", count(*), bit_xor(hash) FROM (SELECT " + hash(shape)
                + " AS hash FROM " + shape.name() + ") AS keys GROUP BY 1";
        Map<Integer, Sum> sums = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sums.put(rows.getInt(1), new Sum(rows.getLong(2), rows.getLong(3)));
            }
        }
        return sums;
    }

    private static Set<List<Object>> keys(Connection connection, TableShape shape, Set<Integer> shares)
            throws SQLException {
        List<TableShape.Column> columns = shape.key();
        String list = columns.stream().map(c -> c.type().selected(c.name())).collect(Collectors.joining(", "));
        String query = "SELECT " + list + " FROM " + shape.name() + " WHERE " + share(hash(shape)) + " = ANY (?)";
        Set<List<Object>> keys = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("int", shares.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        key.add(columns.get(i).type().read(rows, i + 1));
                    }
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** The same on both sides. Of other keys than these only the last column may hold the separator. */
    private static String hash(TableShape shape) {
        List<TableShape.Column> columns = shape.key();
        List<ColumnType> types = columns.stream().map(TableShape.Column::type).toList();
        if (types.equals(List.of(ColumnType.BIGINT))) {
            return "hashint8extended(" + columns.get(0).name() + ", 0)";
        }
        if (types.equals(List.of(ColumnType.BIGINT, ColumnType.TEXT))) {
            // the number is the seed: half of the time that a common text takes
            return "hashtextextended(" + columns.get(1).name() + ", "
                    + columns.get(0).name() + ")";
        }
        String key = columns.stream().map(c -> c.type().selected(c.name())).collect(Collectors.joining(", "));
        return "hashtextextended(concat_ws(':', " + key + "), 0)";
    }

    private static String share(String hash) {
        return "(" + hash + " & " + (SHARES - 1) + ")::int";
    }
}
