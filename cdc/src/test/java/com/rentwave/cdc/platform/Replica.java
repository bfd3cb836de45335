package com.rentwave.cdc.platform;

import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.TableShape;
import com.rentwave.sync.VehiclesMapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Replays row records as an applier that forgives nothing, and tells what was wrong with them. */
public final class Replica {

    private final Side side;
    private final Map<String, Map<String, Map<String, Object>>> tables = new HashMap<>();
    private final Set<String> transactions = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private Lsn last = new Lsn(0);
    private int nextPart;
    private int copies;

    public Replica(Side side) {
        this.side = side;
    }

    public static Replica of(Side side, List<RowRecord> records) {
        Replica replica = new Replica(side);
        records.forEach(replica::apply);
        return replica;
    }

    private void apply(RowRecord record) {
        if (record.kind() == Kind.SNAPSHOT_BEGIN) {
            tables.clear();
            transactions.clear();
            last = new Lsn(0);
            copies++;
        }
        if (record.lsn().compareTo(last) < 0) {
            faults.add("goes back from " + last + ": " + record);
        }
        last = record.lsn();
        if (record.kind() == Kind.CHANGES) {
            checkPart(record);
        } else if (nextPart != 0) {
            faults.add("inside of a transaction: " + record);
        }
        record.changes().forEach(this::apply);
    }

    private void checkPart(RowRecord record) {
        if (record.part() != nextPart) {
            faults.add("part " + nextPart + " expected: " + record);
        }
        if (record.part() == 0 && !transactions.add(record.tx())) {
            faults.add("doubled transaction: " + record.tx());
        }
        nextPart = record.last() ? 0 : record.part() + 1;
    }

    private void apply(RowChange change) {
        TableShape table = VehiclesMapping.mapping().table(side, change.table()).shape(side);
        Map<String, Map<String, Object>> rows = tables.computeIfAbsent(change.table(), t -> new TreeMap<>());
        String key = table.keyText(change.row());
        switch (change.op()) {
            case TRUNCATE -> rows.clear();
            case INSERT -> {
                if (rows.put(key, change.row()) != null) {
                    faults.add("inserted twice: " + key);
                }
            }
            case UPDATE -> {
                if (rows.put(key, change.row()) == null) {
                    faults.add("updated but never inserted: " + key);
                }
            }
            case DELETE -> {
                if (rows.remove(key) == null) {
                    faults.add("deleted but never inserted: " + key);
                }
            }
        }
    }

    public List<String> faults() {
        return faults;
    }

    /** How many first copies there were. */
    public int copies() {
        return copies;
    }

    public Map<String, Map<String, Object>> rows(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    /** The rows that are in the database, in the form of {@link #rows}. */
    public static Map<String, Map<String, Object>> stored(TestPostgres postgres, Side side, String table)
            throws SQLException {
        TableShape shape = VehiclesMapping.mapping().table(side, table).shape(side);
        Map<String, Map<String, Object>> stored = new TreeMap<>();
        try (Connection connection = postgres.superuser(side).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + shape.selectList() + " FROM " + table)) {
            while (rows.next()) {
                Map<String, Object> row = shape.read(rows);
                stored.put(shape.keyText(row), row);
            }
        }
        return stored;
    }
}
