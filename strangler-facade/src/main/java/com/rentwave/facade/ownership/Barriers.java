package com.rentwave.facade.ownership;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Marks in the write-ahead log of one side that the other side reports once it has applied everything before them.
 */
public final class Barriers {

    private static final Duration POLL = Duration.ofMillis(2);

    private final SideDatabases databases;

    public Barriers(SideDatabases databases) {
        this.databases = databases;
    }

    /** Writes a barrier behind everything that is committed in a side's database now. */
    public void emit(Side source, String api, String barrier) throws SQLException {
        try (Connection connection = databases.of(api, source).getConnection()) {
            emit(connection, false, api, barrier);
        }
    }

    /** Whether the other side has applied everything before the barrier. */
    public boolean isApplied(Side source, String api, String barrier) throws SQLException, InterruptedException {
        return await(source, api, barrier, Duration.ZERO);
    }

    /**
     * Waits until the other side has applied everything before the barrier.
     *
     * @return false when the time was over first
     */
    public boolean await(Side source, String api, String barrier, Duration limit)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        try (Connection connection = databases.of(api, source.other()).getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM sync.applied_barrier WHERE stream = ? AND barrier = ?)")) {
            statement.setString(1, stream(api, source));
            statement.setString(2, barrier);
            while (true) {
                try (var row = statement.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        return true;
                    }
                }
                if (System.nanoTime() >= end) {
                    return false;
                }
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    /** The name of the stream of rows captured at a side. */
    static String stream(String api, Side source) {
        return "rentwave.rows." + api + "." + source.word();
    }

    static void emit(Connection connection, boolean transactional, String api, String barrier) throws SQLException {
        // A message outside a transaction is only sent on once it is flushed; inside, the commit flushes it.
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_logical_emit_message(?, 'rentwave.barrier', json_build_object('api', ?::text, 'id',"
                        + " ?::text)::text, ?)")) {
            statement.setBoolean(1, transactional);
            statement.setString(2, api);
            statement.setString(3, barrier);
            statement.setBoolean(4, !transactional);
            statement.execute();
        }
    }
}
