package com.rentwave.cdc.reconcile;

import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.MappingException;
import com.rentwave.sync.Side;
import com.rentwave.sync.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Maps every live row of the owner forth and back and checks that it comes back unchanged. */
public final class MappingProof {

    private static final int MOST_FAILURES = 100;

    private final ApiMapping mapping;
    private final Sides sides;

    public MappingProof(ApiMapping mapping, Sides sides) {
        this.mapping = mapping;
        this.sides = sides;
    }

    /**
     * What the proof found.
     *
     * @param rows rows tried
     * @param failures the first {@value MappingProof#MOST_FAILURES} rows that do not come back unchanged
     */
    public record Result(long rows, List<Failure> failures) {}

    /** A row that the mapping does not carry. */
    public record Failure(String table, String key, String reason) {}

    public Result run() throws SQLException {
        long rows = 0;
        List<Failure> failures = new ArrayList<>();
        try (Connections connections = sides.open(mapping.api())) {
            Side owner = connections.source();
            for (TableMapping table : mapping.tables()) {
                rows += prove(connections.of(owner), owner, table, failures);
            }
        }
        return new Result(rows, failures);
    }

    private static long prove(Connection connection, Side owner, TableMapping table, List<Failure> failures)
            throws SQLException {
        OrderedRows rows = OrderedRows.all(connection, table.shape(owner));
        long count = 0;
        for (Map<String, Object> row = rows.next(); row != null; row = rows.next()) {
            count++;
            String reason = reason(owner, table, row);
            if (reason != null && failures.size() < MOST_FAILURES) {
                failures.add(new Failure(
                        table.shape(owner).name(), table.shape(owner).keyText(row), reason));
            }
        }
        return count;
    }

    private static String reason(Side owner, TableMapping table, Map<String, Object> row) {
        try {
            Map<String, Object> back =
                    owner == Side.LEGACY ? table.toLegacy(table.toService(row)) : table.toService(table.toLegacy(row));
            return back.equals(row) ? null : "comes back as another row";
        } catch (MappingException e) {
            return e.getMessage();
        }
    }
}
