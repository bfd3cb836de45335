package com.rentwave.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The database an applier writes to: one connection of its own, marked with the applier's replication origin, so that the
 * guard lets it through and capture leaves out what it writes.
 */
final class ApplyTarget implements AutoCloseable {

    private static final int BARRIERS_KEPT = 1000;

    private final ApplierSettings settings;
    private final ApiMapping mapping;
    private final Clock clock;
    private final Connection connection;
    private final RowWriter rows;

    private ApplyTarget(ApplierSettings settings, ApiMapping mapping, Clock clock, Connection connection) {
        this.settings = settings;
        this.mapping = mapping;
        this.clock = clock;
        this.connection = connection;
        this.rows = new RowWriter(connection, mapping, settings.source().other());
    }

    /** @throws SQLException among others with SQLSTATE 55006 while another session holds the origin */
    static ApplyTarget open(ApplierSettings settings, ApiMapping mapping, DataSource database, Clock clock)
            throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            ApplyTarget target = new ApplyTarget(settings, mapping, clock, connection);
            target.requireSide();
            // Origins belong to the whole cluster, in which other databases may have appliers of the same API.
            String origin = settings.origin() + '/' + target.text("SELECT current_database()");
            target.createOrigin(origin);
            target.execute("SELECT pg_replication_origin_session_setup(?)", origin);
            // What is lost in a crash is read from Kafka again; only a barrier promises that it is kept.
            target.execute("SELECT set_config('synchronous_commit', ?, false)", "off");
            return target;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void requireSide() throws SQLException {
        String side = text("SELECT sync.side()");
        if (!settings.source().other().word().equals(side)) {
            throw new SQLException("this database is the " + side + " side, not the one to write to");
        }
    }

    private void createOrigin(String origin) throws SQLException {
        if (text("SELECT pg_replication_origin_oid(?)::text", origin) != null) {
            return;
        }
        try {
            execute("SELECT pg_replication_origin_create(?)", origin);
        } catch (SQLException e) {
            // 23505, 42710: somebody else has just created it.
            if (!"23505".equals(e.getSQLState()) && !"42710".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** The stored position; stored as the beginning of the stream when there is none yet. */
    ApplyPosition position() throws SQLException {
        execute(
                "INSERT INTO sync.apply_position VALUES (?, 0, '0', 0, 0, '0/0', now()) ON CONFLICT (stream) DO NOTHING",
                settings.stream());
        String sql = "SELECT next_offset, source_epoch, source_system_id, source_timeline, applied_lsn"
                + " FROM sync.apply_position WHERE stream = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, settings.stream());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ApplyPosition(
                        row.getLong(1),
                        new Position(
                                settings.source(),
                                row.getLong(2),
                                row.getString(3),
                                row.getInt(4),
                                Lsn.parse(row.getString(5))));
            }
        }
    }

    /**
     * Applies source transactions, and stores the position after them, in one transaction.
     *
     * @param rowByRow slow, but a refusal names its row
     * @return the new position; empty when the stored position is no longer {@code from}, and nothing was done
     * @throws RowsRefusedException when one of them cannot be applied; nothing was done
     * @throws SQLException when the database cannot be worked with
     */
    Optional<ApplyPosition> apply(ApplyPosition from, List<SourceTransaction> transactions, boolean rowByRow)
            throws RowsRefusedException, SQLException {
        rows.rowByRow(rowByRow);
        connection.setAutoCommit(false);
        try {
            Optional<ApplyPosition> position = write(from, transactions);
            if (position.isPresent()) {
                connection.commit();
            }
            return position;
        } catch (MappingException e) {
            throw new RowsRefusedException(e.getMessage(), e);
        } catch (SQLException e) {
            if (!connection.isValid(2)) {
                throw e;
            }
            // Only the first line: the details that follow it hold whole rows.
            String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new RowsRefusedException(what + " (SQLSTATE " + e.getSQLState() + ')', e);
        } finally {
            backToAutoCommit();
        }
    }

    private void backToAutoCommit() throws SQLException {
        if (!connection.isClosed()) {
            rows.discard();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Optional<ApplyPosition> write(ApplyPosition from, List<SourceTransaction> transactions)
            throws SQLException, RowsRefusedException {
        // A statement of its own, so that the ownership is read with a snapshot taken after the lock.
        execute("SELECT pg_advisory_xact_lock_shared(sync.lock_key(?))", settings.api());
        Ownership ownership = ownership();
        ApplyPosition position = from;
        for (SourceTransaction transaction : transactions) {
            position = position.after(transaction);
        }
        if (!store(from, position)) {
            return Optional.empty();
        }
        for (SourceTransaction transaction : transactions) {
            for (RowRecord record : transaction.records()) {
                write(record, ownership);
            }
        }
        rows.flush();
        return Optional.of(position);
    }

    private boolean store(ApplyPosition from, ApplyPosition to) throws SQLException {
        String sql = "UPDATE sync.apply_position SET next_offset = ?, source_system_id = ?, source_timeline = ?,"
                + " source_epoch = ?, applied_lsn = ?::pg_lsn, applied_at = ? WHERE stream = ? AND next_offset = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, to.nextOffset());
            update.setString(2, to.applied().systemId());
            update.setInt(3, to.applied().timeline());
            update.setLong(4, to.applied().epoch());
            update.setString(5, to.applied().lsn().toString());
            update.setTimestamp(6, Timestamp.from(clock.instant()));
            update.setString(7, settings.stream());
            update.setLong(8, from.nextOffset());
            return update.executeUpdate() == 1;
        }
    }

    private void write(RowRecord record, Ownership ownership) throws SQLException, RowsRefusedException {
        if (record.touchesRows()) {
            requireOwnership(record, ownership);
        }
        switch (record.kind()) {
            case SNAPSHOT_BEGIN -> rows.clear();
            case CHANGES, SNAPSHOT -> {
                for (RowChange change : record.changes()) {
                    rows.write(change);
                }
            }
            case BARRIER -> barrier(record);
            case SNAPSHOT_END, HEARTBEAT -> {
                // Only moves the position.
            }
        }
    }

    /**
     * The record's epoch may be above this database's: after an aborted cutover the old owner's is, and this side hears
     * of it only with the next one.
     */
    private void requireOwnership(RowRecord record, Ownership ownership) throws RowsRefusedException {
        if (ownership.owns()) {
            throw new RowsRefusedException("this side owns " + settings.api() + " (epoch " + ownership.epoch()
                    + "), but rows of epoch " + record.epoch() + " arrived from the other");
        }
        if (record.epoch() < ownership.epoch()) {
            throw new RowsRefusedException(
                    "rows of epoch " + record.epoch() + " arrived late: this side is at epoch " + ownership.epoch());
        }
    }

    private void barrier(RowRecord record) throws SQLException {
        execute("SELECT set_config('synchronous_commit', ?, true)", "on");
        execute(
                "INSERT INTO sync.applied_barrier VALUES (?, ?, ?::timestamptz)"
                        + " ON CONFLICT (stream, barrier) DO UPDATE SET applied_at = EXCLUDED.applied_at",
                settings.stream(),
                record.barrier(),
                clock.instant().toString());
        execute(
                "DELETE FROM sync.applied_barrier WHERE stream = ? AND barrier IN (SELECT barrier FROM sync.applied_barrier"
                        + " WHERE stream = ? ORDER BY applied_at DESC, barrier OFFSET " + BARRIERS_KEPT + ')',
                settings.stream(),
                settings.stream());
    }

    private Ownership ownership() throws SQLException, RowsRefusedException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT owner = sync.side(), epoch FROM sync.ownership WHERE api = ?")) {
            query.setString(1, settings.api());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new RowsRefusedException("this database has no row in sync.ownership for " + settings.api());
                }
                return new Ownership(row.getBoolean(1), row.getLong(2));
            }
        }
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private String text(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Gives the origin back before the connection, which may be a pool's. */
    @Override
    public void close() {
        try (connection) {
            if (connection.isValid(2)) {
                execute("SELECT pg_replication_origin_session_reset()");
                execute("RESET synchronous_commit");
            } else {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException ignored) {
                // Already gone.
            }
        }
    }

    private record Ownership(boolean owns, long epoch) {}
}
