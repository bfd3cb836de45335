package com.rentwave.sync;

import java.util.List;
import java.util.Map;

/**
 * How the rows of one API correspond between the two sides.
 *
 * @param api the API's name
 * @param tables its tables, in an order in which rows can be inserted; deleting goes the other way round
 */
public record ApiMapping(String api, List<TableMapping> tables) {

    public ApiMapping {
        tables = List.copyOf(tables);
    }

    /**
     * The mapping of a table, by its name on a side.
     *
     * @throws MappingException when the table is not one of the API's
     */
    public TableMapping table(Side side, String name) {
        for (TableMapping table : tables) {
            if (table.shape(side).name().equals(name)) {
                return table;
            }
        }
        throw new MappingException("table " + name + " is not mapped");
    }

    /** @throws MappingException when the table, a column or a value has no counterpart */
    public Map<String, Object> toService(String legacyTable, Map<String, Object> row) {
        return table(Side.LEGACY, legacyTable).toService(row);
    }

    /** @throws MappingException when the table, a column or a value has no counterpart */
    public Map<String, Object> toLegacy(String serviceTable, Map<String, Object> row) {
        return table(Side.SERVICE, serviceTable).toLegacy(row);
    }

    /** The change as the other side has to make it. */
    public RowChange mapped(Side source, RowChange change) {
        TableMapping table = table(source, change.table());
        Map<String, Object> row = source == Side.LEGACY ? table.toService(change.row()) : table.toLegacy(change.row());
        return new RowChange(table.shape(source.other()).name(), change.op(), row);
    }
}
