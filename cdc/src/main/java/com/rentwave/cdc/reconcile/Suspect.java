package com.rentwave.cdc.reconcile;

import com.rentwave.sync.MappingException;
import com.rentwave.sync.Side;
import com.rentwave.sync.TableMapping;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A key whose rows differed when they were looked at one after the other. */
final class Suspect {

    private final TableMapping table;
    private final List<Object> key;
    private Map<String, Object> expected;

    Suspect(TableMapping table, List<Object> key) {
        this.table = table;
        this.key = key;
    }

    TableMapping table() {
        return table;
    }

    List<Object> key() {
        return key;
    }

    /** Whether the two rows stand for the same; two that are not there do. */
    static boolean isSame(TableMapping table, Map<String, Object> legacy, Map<String, Object> service) {
        if (legacy == null || service == null) {
            return legacy == service;
        }
        try {
            return table.toService(legacy).equals(service);
        } catch (MappingException e) {
            return false;
        }
    }

    /** Reads the owner's row, which the other side's has to be like once everything written by now has arrived there. */
    void expect(Connections connections) throws SQLException {
        expected = row(connections, connections.source());
    }

    /** Whether the other side has the expected row. */
    boolean isSettled(Connections connections) throws SQLException {
        Map<String, Object> target = row(connections, connections.source().other());
        return connections.source() == Side.LEGACY ? isSame(table, expected, target) : isSame(table, target, expected);
    }

    /** Whether the expected row is still the owner's. */
    boolean isReal(Connections connections) throws SQLException {
        return Objects.equals(row(connections, connections.source()), expected);
    }

    Difference shown(Connections connections) throws SQLException {
        Map<String, Object> legacy = row(connections, Side.LEGACY);
        Map<String, Object> service = row(connections, Side.SERVICE);
        return new Difference(table.legacy().name(), keyText(), legacy, service);
    }

    private Map<String, Object> row(Connections connections, Side side) throws SQLException {
        return OrderedRows.find(connections.of(side), table.shape(side), key);
    }

    private String keyText() {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            row.put(table.legacy().key().get(i).name(), key.get(i));
        }
        return table.legacy().keyText(row);
    }
}
