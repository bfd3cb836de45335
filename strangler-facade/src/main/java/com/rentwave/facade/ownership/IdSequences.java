package com.rentwave.facade.ownership;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Where each side's new ids come from. The sides count in steps of two, one odd, one even: an id block that one side has
 * cached can then never meet an id of the other, whenever a flip happens.
 */
public final class IdSequences {

    private static final Map<String, Map<Side, String>> NAMES =
            Map.of("vehicles", Map.of(Side.LEGACY, "s_veh", Side.SERVICE, "vehicle_id"));

    private final SideDatabases databases;

    public IdSequences(SideDatabases databases) {
        this.databases = databases;
    }

    /** Why ids of the two sides could meet; empty when they cannot. */
    public Optional<String> conflict(String api) throws SQLException {
        Map<Side, String> names = NAMES.get(api);
        if (names == null) {
            return Optional.of("the sequences of " + api + " are not known");
        }
        Residue legacy = residue(Side.LEGACY, names.get(Side.LEGACY));
        Residue service = residue(Side.SERVICE, names.get(Side.SERVICE));
        if (legacy.problem() != null || service.problem() != null) {
            return Optional.of(legacy.problem() != null ? legacy.problem() : service.problem());
        }
        return legacy.parity() == service.parity()
                ? Optional.of(names.get(Side.LEGACY) + " and " + names.get(Side.SERVICE) + " give out the same ids")
                : Optional.empty();
    }

    private record Residue(long parity, String problem) {}

    private Residue residue(Side side, String sequence) throws SQLException {
        try (Connection connection = databases.of(side).getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT start_value, increment_by, last_value FROM pg_sequences WHERE sequencename = ?")) {
            statement.setString(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return new Residue(0, "the sequence " + sequence + " is not there");
                }
                long start = Math.floorMod(row.getLong(1), 2L);
                long increment = row.getLong(2);
                long last = row.getLong(3);
                if (!row.wasNull() && Math.floorMod(last, 2L) != start) {
                    return new Residue(start, "the sequence " + sequence + " was set to the other side's ids");
                }
                return increment == 2
                        ? new Residue(start, null)
                        : new Residue(start, "the sequence " + sequence + " counts in steps of " + increment);
            }
        }
    }
}
