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

    private static final String QUERY = """
            SELECT sync.side(), o.owner = sync.side(), o.epoch,
                   (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint, pg_current_wal_insert_lsn(),
                   ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int,
                   p.source_epoch, p.source_system_id, p.source_timeline, p.applied_lsn
            FROM sync.ownership o
            LEFT JOIN sync.apply_position p
                   ON p.stream = 'rentwave.rows.' || o.api || '.'
                                 || CASE sync.side() WHEN 'legacy' THEN 'service' ELSE 'legacy' END
            WHERE o.api = ?""";
    private static final String IDENTITY = "SELECT system_identifier FROM pg_control_system()";

    private final DataSource database;
    private final String api;
    private final Progress progress = new Progress(new SharedLook(this::look));
    private volatile Server server = new Server(0, "0");

    public Positions(DataSource database, String api) {
        this.database = database;
        this.api = api;
    }

    /**
     * The position of this database now: in its own log when it owns the API, or when it was the last to own it and has
     * heard nothing of its successor yet; else in the log of the side it applies rows from.
     */
    public Position current() throws SQLException {
        return progress.look().current();
    }

    /**
     * Waits until this database has everything up to a position. No connection is held meanwhile.
     *
     * @return false when it has not within the time, or can never tell because the position is of another cluster or
     *     timeline
     */
    public boolean await(Position wanted, Duration longest) throws SQLException {
        return progress.await(wanted, longest);
    }

    /**
     * Tells those who wait that this process has committed the other side's rows up to a position. They find out without
     * it, but later and by asking the database.
     */
    public void applied(Position position) {
        progress.applied(position);
    }

    private Look look() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, api);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no row in sync.ownership for " + api);
                }
                return look(row, systemId(connection, row.getLong(4)));
            }
        }
    }

    /**
     * A server at work, which serves one cluster.
     *
     * @param started when, in microseconds since 1970
     * @param systemId the cluster's identifier; PostgreSQL reads it from a file whenever it is asked
     */
    private record Server(long started, String systemId) {}

    private String systemId(Connection connection, long started) throws SQLException {
        Server known = server;
        if (known.started() != started) {
            known = new Server(started, identify(connection));
            server = known;
        }
        return known.systemId();
    }

    private static String identify(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IDENTITY);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static Look look(ResultSet row, String systemId) throws SQLException {
        Side side = Side.of(row.getString(1));
        Position own = new Position(side, row.getLong(3), systemId, row.getInt(6), Lsn.parse(row.getString(5)));
        String appliedLsn = row.getString(10);
        Position applied = appliedLsn == null
                ? new Position(side.other(), 0, "0", 0, new Lsn(0))
                : new Position(side.other(), row.getLong(7), row.getString(8), row.getInt(9), Lsn.parse(appliedLsn));
        return new Look(row.getBoolean(2), own, applied, appliedLsn != null);
    }
}
