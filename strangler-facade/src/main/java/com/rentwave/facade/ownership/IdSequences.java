package com.rentwave.facade.ownership;

import com.rentwave.facade.api.MovingApi;
import com.rentwave.facade.api.MovingApis;
import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where each side's new ids come from. The sides count in steps of two, one odd, one even: an id block that one side has
 * cached can then never meet an id of the other, whenever a flip happens.
 */
public final class IdSequences {

    private static final String BEHIND = """
        WITH its AS (
            SELECT to_regclass(quote_ident(sequencename)) AS name, mod(start_value, 2) AS parity,
                   coalesce(last_value, 0) AS last
            FROM pg_sequences
            WHERE sequencename = ? AND has_sequence_privilege(quote_ident(sequencename), 'SELECT')
              AND has_sequence_privilege(quote_ident(sequencename), 'UPDATE')
        ), found AS (
            SELECT its.name, max(t.%1$s) AS highest
            FROM its JOIN %2$s t ON mod(t.%1$s, 2) = its.parity AND t.%1$s > its.last
            GROUP BY its.name
        )
        SELECT setval(name, highest) FROM found
        """;

    private final SideDatabases databases;
    private final MovingApis apis;

    public IdSequences(SideDatabases databases, MovingApis apis) {
        this.databases = databases;
        this.apis = apis;
    }

    /** Why ids of the two sides could meet; empty when they cannot. */
    public Optional<String> conflict(String api) throws SQLException {
        MovingApi names = apis.of(api);
        Residue legacy = residue(api, Side.LEGACY, names.legacySequence());
        Residue service = residue(api, Side.SERVICE, names.serviceSequence());
        if (legacy.problem() != null || service.problem() != null) {
            return Optional.of(legacy.problem() != null ? legacy.problem() : service.problem());
        }
        return legacy.parity() == service.parity()
                ? Optional.of(names.legacySequence() + " and " + names.serviceSequence() + " give out the same ids")
                : Optional.empty();
    }

    /**
     * Lets a side's new ids begin behind all of their kind that its rows have: rows from before the sides told their ids
     * apart, or restored ones. Never goes back. Where the coordinator may not set the sequence there is nothing to set.
     *
     * @return the id behind which they begin; empty when they did already
     */
    public OptionalLong moveBehind(String api, Side side) throws SQLException {
        String sequence = apis.of(api).sequence(side);
        String[] ids = apis.of(api).ids(side).split("\\.");
        try (Connection connection = databases.of(api, side).getConnection();
                PreparedStatement statement = connection.prepareStatement(BEHIND.formatted(ids[1], ids[0]))) {
            statement.setString(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                long last = row.next() ? row.getLong(1) : 0;
                return last == 0 ? OptionalLong.empty() : OptionalLong.of(last);
            }
        }
    }

    private record Residue(long parity, String problem) {}

    private Residue residue(String api, Side side, String sequence) throws SQLException {
        try (Connection connection = databases.of(api, side).getConnection();
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
