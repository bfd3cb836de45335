package com.rentwave.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The position of this database in the history of an API: what a read or a write that has just finished has seen, and
 * whether this database has what somebody has seen elsewhere.
 *
 * <p>Ask for the position after COMMIT, or after the read; asked inside the transaction it would be too low. Works with the
 * JDBC driver alone.
 */
public final class Positions {

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final String QUERY = """
            SELECT sync.side(), o.owner = sync.side(), o.epoch,
                   (SELECT system_identifier FROM pg_control_system()), pg_current_wal_insert_lsn(),
                   ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int,
                   p.source_epoch, p.source_system_id, p.source_timeline, p.applied_lsn
            FROM sync.ownership o
            LEFT JOIN sync.apply_position p
                   ON p.stream = 'rentwave.rows.' || o.api || '.'
                                 || CASE sync.side() WHEN 'legacy' THEN 'service' ELSE 'legacy' END
            WHERE o.api = ?""";

    private final DataSource database;
    private final String api;

    public Positions(DataSource database, String api) {
        this.database = database;
        this.api = api;
    }

    /**
     * The position of this database now: in its own log when it owns the API, or when it was the last to own it and has
     * heard nothing of its successor yet; else in the log of the side it applies rows from.
     */
    public Position current() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            return look(query).current();
        }
    }

    /**
     * Waits until this database has everything up to a position.
     *
     * @return false when it has not within the time, or can never tell because the position is of another cluster or
     *     timeline
     */
    public boolean await(Position wanted, Duration longest) throws SQLException {
        long end = System.nanoTime() + longest.toNanos();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            Look look = look(query);
            while (!look.has(wanted)) {
                if (look.neverHas(wanted) || System.nanoTime() >= end || !Pause.of(PAUSE)) {
                    return false;
                }
                look = look(query);
            }
            return true;
        }
    }

    private Look look(PreparedStatement query) throws SQLException {
        query.setString(1, api);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no row in sync.ownership for " + api);
            }
            Side side = Side.of(row.getString(1));
            Position own =
                    new Position(side, row.getLong(3), row.getString(4), row.getInt(6), Lsn.parse(row.getString(5)));
            String appliedLsn = row.getString(10);
            Position applied = appliedLsn == null
                    ? new Position(side.other(), 0, "0", 0, new Lsn(0))
                    : new Position(
                            side.other(), row.getLong(7), row.getString(8), row.getInt(9), Lsn.parse(appliedLsn));
            return new Look(row.getBoolean(2), own, applied, appliedLsn != null);
        }
    }

    /**
     * One look at the database.
     *
     * @param owns whether this database owns the API
     * @param own the end of its own log, with its own epoch
     * @param applied how far it has applied the other side
     * @param applies whether it has ever applied anything
     */
    private record Look(boolean owns, Position own, Position applied, boolean applies) {

        Position current() {
            boolean lastOwner = applies && own.epoch() > applied.epoch();
            return owns || lastOwner ? own : applied;
        }

        boolean has(Position wanted) {
            if (wanted.side() == own.side()) {
                return sameLog(wanted, own);
            }
            // What the other side had at an earlier epoch was drained before this epoch began. An owner has also what
            // the other side had at the very epoch in which it became the owner.
            if (wanted.epoch() < own.epoch() || owns && wanted.epoch() == own.epoch()) {
                return true;
            }
            return sameLog(wanted, applied) && applied.lsn().isAtLeast(wanted.lsn());
        }

        boolean neverHas(Position wanted) {
            return wanted.side() == own.side();
        }

        private static boolean sameLog(Position a, Position b) {
            return a.systemId().equals(b.systemId()) && a.timeline() == b.timeline();
        }
    }
}
