package com.rentwave.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of an API on one side.
 *
 * @param name the table's name
 * @param columns all its columns, in the order of the table
 * @param changedAt the column that tells when a row was last written
 */
public record TableShape(String name, List<Column> columns, String changedAt) {

    /**
     * A column.
     *
     * @param key whether it is part of the primary key
     */
    public record Column(String name, ColumnType type, boolean key) {}

    public TableShape {
        columns = List.copyOf(columns);
    }

    public List<Column> key() {
        return columns.stream().filter(Column::key).toList();
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    /** What to select so that {@link #read} can read a row. */
    public String selectList() {
        return columns.stream().map(c -> c.type().selected(c.name())).collect(Collectors.joining(", "));
    }

    /** Reads the current row of a query on {@link #selectList()}, in the form of a row record. */
    public Map<String, Object> read(ResultSet rows) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).name(), columns.get(i).type().read(rows, i + 1));
        }
        return row;
    }

    /** The key of a row, readable: {@code veh_id=17}. */
    public String keyText(Map<String, Object> row) {
        return key().stream().map(c -> c.name() + '=' + row.get(c.name())).collect(Collectors.joining(", "));
    }
}
