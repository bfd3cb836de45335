package com.rentwave.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One changed row as it travels between the sides.
 *
 * @param table the table's name on the side the row was captured on
 * @param op what happened to the row
 * @param row column values: {@link Long}, {@link String}, {@link Boolean} or null, in the forms of {@link ColumnType};
 *     the whole row, except that an UPDATE may leave out columns that did not change and a DELETE needs only the key
 */
public record RowChange(String table, Op op, Map<String, Object> row) {

    /** What happened to the row. A change of the primary key is a DELETE and an INSERT. */
    public enum Op {
        INSERT,
        UPDATE,
        DELETE,
        /** Every row of the table was deleted; {@code row} is empty. */
        TRUNCATE
    }

    public RowChange {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }
}
