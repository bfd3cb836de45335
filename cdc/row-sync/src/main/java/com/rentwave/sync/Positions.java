package com.rentwave.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The position of this database in the history of an API: what a read or a write that has just finished has seen, and
 * whether this database has what somebody has seen elsewhere.
 *
 * <p>Ask for the position after COMMIT, and after the read or by the very statement that reads; asked inside a transaction that
 * writes it would be too low. Works with the JDBC driver alone.
 */
public final class Positions {

    private static final Pattern API = Pattern.compile("[a-z]+");
    private static final String IDENTITY = "SELECT system_identifier FROM pg_control_system()";

    private final DataSource database;
    private final String api;
    private final String question;
    private final Progress progress = new Progress(new SharedLook(this::look));
    private volatile Server server = new Server(0, "0");

    public Positions(DataSource database, String api) {
        this.database = database;
        this.api = api;
        this.question = question(api);
    }

    /**
     * Selects, as one text without parameters, all that a {@link Look} tells; null when the API is unknown here. No column that
     * is joined may be null but all of apply_position at once: what is null is left out.
     */
    private static String question(String api) {
        if (!API.matcher(api).matches()) {
            throw new IllegalArgumentException("not the name of an API: " + api);
        }
        return """
                (SELECT concat_ws(' ', sync.side(), o.owner = sync.side(), o.epoch,
                   CAST(extract(epoch FROM pg_postmaster_start_time()) * 1000000 AS bigint), pg_current_wal_insert_lsn(),
                   CAST(CAST('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) AS bit(32)) AS int),
                   p.source_epoch, p.source_system_id, p.source_timeline, p.applied_lsn)
                 FROM sync.ownership o
                 LEFT JOIN sync.apply_position p
                   ON p.stream = 'rentwave.rows.' || o.api || '.'
                                 || CASE sync.side() WHEN 'legacy' THEN 'service' ELSE 'legacy' END
                 WHERE o.api = '%s')""".formatted(api);
    }

    /**
     * A question for the position, to be put by a statement that reads rows outside of any transaction: its answer covers what
     * just that statement has seen.
     */
    public Question question() {
        return new Question(System.nanoTime());
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

    /** What is selected along with rows. Good for one statement, executed soon. */
    public final class Question {

        private final long askedAt;

        private Question(long askedAt) {
            this.askedAt = askedAt;
        }

        /** An SQL expression of type text, without parameters. */
        public String sql() {
            return question;
        }

        /** @param answer the value of the expression, in any of the rows */
        public Position answered(String answer) throws SQLException {
            Told told = Told.of(answer, api);
            Server known = server;
            if (known.started() != told.serverStarted()) {
                return current();
            }
            Look look = told.look(known.systemId());
            progress.saw(look, askedAt);
            return look.current();
        }
    }

    private Look look() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT " + question);
                ResultSet row = query.executeQuery()) {
            row.next();
            Told told = Told.of(row.getString(1), api);
            return told.look(systemId(connection, told.serverStarted()));
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

    /** The answer to the question, field by field. */
    private record Told(List<String> fields) {

        static Told of(String answer, String api) throws SQLException {
            if (answer == null) {
                throw new SQLException("no row in sync.ownership for " + api);
            }
            return new Told(List.of(answer.split(" ")));
        }

        long serverStarted() {
            return number(3);
        }

        Look look(String systemId) {
            Side side = Side.of(fields.get(0));
            Position own = new Position(side, number(2), systemId, (int) number(5), Lsn.parse(fields.get(4)));
            boolean applies = fields.size() > 6;
            Position applied = applies
                    ? new Position(side.other(), number(6), fields.get(7), (int) number(8), Lsn.parse(fields.get(9)))
                    : new Position(side.other(), 0, "0", 0, new Lsn(0));
            return new Look(fields.get(1).equals("t"), own, applied, applies);
        }

        private long number(int field) {
            return Long.parseLong(fields.get(field));
        }
    }
}
