package com.rentwave.facade.ownership;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes who owns an API's rows, in the database that decides it. Every change names the attempt's absolute epoch and
 * is conditional on the stored one, so that each can be repeated, and a late one by a paused coordinator does nothing.
 */
public final class OwnershipTables {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String NO_API = "";

    private static final long POLL_MILLIS = 5;

    /** Whoever has got the lock of an API's writers; the API is the parameter. */
    private static final String LOCKS = """
        pg_locks l
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (l.classid::bigint << 32 | l.objid::bigint) = sync.lock_key(?)
        """;

    private static final String WRITERS = "SELECT l.virtualtransaction FROM " + LOCKS;

    private static final String LOCK_HOLDERS = """
        SELECT format('%s (process %s, %s, transaction open for %s ms)',
                      coalesce(nullif(a.application_name, ''), 'a client'), a.pid, a.state,
                      round(1000 * extract(epoch FROM clock_timestamp() - a.xact_start)))
        FROM pg_stat_activity a WHERE a.pid IN (SELECT l.pid FROM
        """ + LOCKS + """
        )
        ORDER BY a.xact_start
        LIMIT 3
        """;

    private final SideDatabases databases;
    private final Duration lockLimit;

    /** @param lockLimit how long the fence may queue for the lock, and so stall new writers, in one try */
    public OwnershipTables(SideDatabases databases, Duration lockLimit) {
        this.databases = databases;
        this.lockLimit = lockLimit;
    }

    /** @throws SQLException also when the database knows nothing of the API */
    public Ownership read(Side side, String api) throws SQLException {
        try (Connection connection = databases.of(api, side).getConnection()) {
            return read(connection, api);
        }
    }

    /**
     * Stops the old owner: lock, ownership row and barrier message are one synchronous transaction. The exclusive lock
     * waits for every transaction that was let through the guard, so the barrier stands behind all of their rows.
     */
    public FenceOutcome fence(Side old, String api, long epoch, String barrier) throws SQLException {
        try (Connection connection = databases.of(api, old).getConnection()) {
            return inTransaction(connection, () -> {
                lock(connection, api);
                int changed = update(
                        connection,
                        "UPDATE sync.ownership SET owner = 'nobody', epoch = ? WHERE api = ? AND epoch = ?",
                        epoch,
                        api,
                        epoch - 1);
                if (changed == 0) {
                    Ownership found = read(connection, api);
                    return found.epoch() == epoch && found.isNobody() ? FenceOutcome.FENCED : FenceOutcome.OVERTAKEN;
                }
                Barriers.emit(connection, true, api, barrier);
                return FenceOutcome.FENCED;
            });
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return FenceOutcome.BUSY;
            }
            throw e;
        }
    }

    /**
     * Waits for the transactions to end that hold the lock of the API's writers now. Keeps no new writers out.
     *
     * @return false when one did not end within the limit
     */
    public boolean awaitWriters(Side side, String api, Duration limit) throws SQLException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        try (Connection connection = databases.of(api, side).getConnection()) {
            Set<String> writers = writers(connection, api);
            while (!writers.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(POLL_MILLIS);
                writers.retainAll(writers(connection, api));
            }
            return writers.isEmpty();
        }
    }

    private static Set<String> writers(Connection connection, String api) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITERS)) {
            statement.setString(1, api);
            Set<String> writers = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    writers.add(rows.getString(1));
                }
            }
            return writers;
        }
    }

    /** Who keeps the fence out of a side's database at this moment, the longest transactions first; at most three. */
    public List<String> lockHolders(Side side, String api) throws SQLException {
        try (Connection connection = databases.of(api, side).getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK_HOLDERS)) {
            statement.setString(1, api);
            List<String> holders = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    holders.add(rows.getString(1));
                }
            }
            return holders;
        }
    }

    /**
     * Makes a side the owner under the epoch, unless its database has seen that epoch already.
     *
     * @return what the database says afterwards
     */
    public Ownership switchTo(Side side, String api, long epoch) throws SQLException {
        return set(side, api, epoch, "epoch < ?", epoch);
    }

    /**
     * Gives the rows back to the old owner and burns the epoch, also when the fence was never seen: a fence that comes
     * late then finds its epoch gone.
     *
     * @return what the database says afterwards
     */
    public Ownership giveBack(Side old, String api, long epoch) throws SQLException {
        return set(old, api, epoch, "(epoch < ? OR (epoch = ? AND owner = 'nobody'))", epoch, epoch);
    }

    /**
     * Fences a side for ever that has handed its rows over under the epoch; the database lets nobody take that back.
     * Nothing is waited for: a side that owns nothing has let no writer through.
     *
     * @return what the database says afterwards
     */
    public Ownership retire(Side side, String api, long epoch) throws SQLException {
        try (Connection connection = databases.of(api, side).getConnection()) {
            return inTransaction(connection, () -> {
                update(
                        connection,
                        "UPDATE sync.ownership SET owner = 'retired' WHERE api = ? AND epoch = ? AND owner = 'nobody'",
                        api,
                        epoch);
                return read(connection, api);
            });
        }
    }

    /**
     * Goes through the motions in the database of a side of an API, for another API that there is not, so that nothing is done for the first
     * time while writes stand still. Changes nothing and locks nobody out.
     */
    public void rehearse(String api, Side side) throws SQLException {
        try (Connection connection = databases.of(api, side).getConnection()) {
            inTransaction(connection, () -> {
                lock(connection, NO_API);
                return update(
                        connection,
                        "UPDATE sync.ownership SET owner = 'nobody', epoch = ? WHERE api = ? AND epoch = ?",
                        1L,
                        NO_API,
                        0L);
            });
        }
    }

    private Ownership set(Side side, String api, long epoch, String condition, Object... values) throws SQLException {
        try (Connection connection = databases.of(api, side).getConnection()) {
            return inTransaction(connection, () -> {
                Object[] all = new Object[values.length + 3];
                all[0] = side.word();
                all[1] = epoch;
                all[2] = api;
                System.arraycopy(values, 0, all, 3, values.length);
                update(
                        connection,
                        "UPDATE sync.ownership SET owner = ?, epoch = ? WHERE api = ? AND " + condition,
                        all);
                return read(connection, api);
            });
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = " + lockLimit.toMillis());
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            undo(connection, e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            cause.addSuppressed(lost);
        }
    }

    private static void lock(Connection connection, String api) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(sync.lock_key(?))")) {
            statement.setString(1, api);
            statement.execute();
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static Ownership read(Connection connection, String api) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT owner, epoch FROM sync.ownership WHERE api = ?")) {
            statement.setString(1, api);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("database " + connection.getCatalog() + " knows nothing of " + api);
                }
                return new Ownership(row.getString(1), row.getLong(2));
            }
        }
    }
}
