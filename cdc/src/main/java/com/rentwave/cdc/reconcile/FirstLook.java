package com.rentwave.cdc.reconcile;

import com.rentwave.sync.TableMapping;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of both sides in the order of their keys, and remembers each key whose rows are not the same. */
final class FirstLook {

    private final Connections connections;
    private final Map<List<Object>, Suspect> suspects = new LinkedHashMap<>();
    private long compared;

    FirstLook(Connections connections) {
        this.connections = connections;
    }

    /** Keys looked at. */
    long compared() {
        return compared;
    }

    List<Suspect> suspects() {
        return new ArrayList<>(suspects.values());
    }

    /** Every row. */
    void all(TableMapping table) throws SQLException {
        merge(
                table,
                OrderedRows.all(connections.legacy(), table.legacy()),
                OrderedRows.all(connections.service(), table.service()));
    }

    /** The rows that say that they were changed since then; and which rows there are, where any may be deleted. */
    void changedSince(TableMapping table, Instant since) throws SQLException {
        merge(
                table,
                OrderedRows.changedSince(connections.legacy(), table.legacy(), since),
                OrderedRows.changedSince(connections.service(), table.service(), since));
        if (!table.expiring()) {
            keys(table);
        }
    }

    /**
     * Every row whose version on either side is not from before a proof, and which rows there are. Both sides are looked at from
     * as good as one moment on: the fewer writes come between, the fewer rows seem to differ.
     */
    void writtenSince(TableMapping table, Proof proof, Leisure leisure) throws SQLException {
        try (Snapshot legacy = Snapshot.of(connections.legacy(), table.legacy(), proof.legacy());
                Snapshot service = Snapshot.of(connections.service(), table.service(), proof.service())) {
            leisure.read(legacy, service);
            merge(table, legacy.written(), service.written());
            keys(table, new Keys(legacy, service));
        }
    }

    private void keys(TableMapping table) throws SQLException {
        try (Snapshot legacy = Snapshot.of(connections.legacy(), table.legacy(), null);
                Snapshot service = Snapshot.of(connections.service(), table.service(), null)) {
            legacy.readRest();
            service.readRest();
            keys(table, new Keys(legacy, service));
        }
    }

    private void keys(TableMapping table, Keys keys) throws SQLException {
        for (List<Object> key : keys.onOneSide(suspected(table))) {
            if (suspect(table, key)) {
                compared++;
            }
        }
    }

    private List<List<Object>> suspected(TableMapping table) {
        return suspects.values().stream()
                .filter(suspect -> suspect.table() == table)
                .map(Suspect::key)
                .toList();
    }

    /** @return false when it was suspected before */
    private boolean suspect(TableMapping table, List<Object> key) {
        List<Object> named = List.of(table, key);
        return suspects.putIfAbsent(named, new Suspect(table, key)) == null;
    }

    private void merge(TableMapping table, Rows legacyRows, Rows serviceRows) throws SQLException {
        Map<String, Object> legacy = legacyRows.next();
        Map<String, Object> service = serviceRows.next();
        while (legacy != null || service != null) {
            int order = order(table, legacy, service);
            if (order != 0 || !Suspect.isSame(table, legacy, service)) {
                suspect(
                        table,
                        order <= 0
                                ? OrderedRows.key(table.legacy(), legacy)
                                : OrderedRows.key(table.service(), service));
            }
            compared++;
            legacy = order <= 0 ? legacyRows.next() : legacy;
            service = order >= 0 ? serviceRows.next() : service;
        }
    }

    private static int order(TableMapping table, Map<String, Object> legacy, Map<String, Object> service) {
        if (legacy == null || service == null) {
            return legacy == null ? 1 : -1;
        }
        List<Object> left = OrderedRows.key(table.legacy(), legacy);
        List<Object> right = OrderedRows.key(table.service(), service);
        for (int i = 0; i < left.size(); i++) {
            int order = left.get(i) instanceof Long number
                    ? number.compareTo((Long) right.get(i))
                    : ((String) left.get(i)).compareTo((String) right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
