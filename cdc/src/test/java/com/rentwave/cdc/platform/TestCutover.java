package com.rentwave.cdc.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** The steps of a cutover that the databases see: fence with a barrier, drain, switch. All of it as the coordinator. */
public final class TestCutover {

    private TestCutover() {}

    /**
     * Moves an API from one database to another.
     *
     * @param owner what the new owner's database calls itself
     */
    public static void flip(String api, DataSource from, DataSource to, String owner) throws SQLException {
        String barrier = UUID.randomUUID().toString();
        try (Connection connection = from.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(sync.lock_key('" + api + "'))");
            statement.execute(
                    "UPDATE sync.ownership SET owner = 'nobody', epoch = epoch + 1 WHERE api = '" + api + '\'');
            statement.execute(emit(api, barrier));
            connection.commit();
        }
        Awaitility.await("drained").atMost(Duration.ofSeconds(60)).until(() -> hasPassed(to, barrier));
        long epoch = number(from, "SELECT epoch FROM sync.ownership WHERE api = '" + api + '\'');
        run(to, "UPDATE sync.ownership SET owner = '" + owner + "', epoch = " + epoch + " WHERE api = '" + api + '\'');
    }

    /** Sends a barrier down the stream of a database. */
    public static String barrier(DataSource database, String api) throws SQLException {
        String barrier = UUID.randomUUID().toString();
        run(database, emit(api, barrier));
        return barrier;
    }

    private static String emit(String api, String barrier) {
        return "SELECT pg_logical_emit_message(true, 'rentwave.barrier', '{\"api\":\"" + api + "\",\"id\":\"" + barrier
                + "\"}')";
    }

    /** Whether a database has applied everything before a barrier. */
    public static boolean hasPassed(DataSource database, String barrier) throws SQLException {
        return number(database, "SELECT count(*) FROM sync.applied_barrier WHERE barrier = '" + barrier + '\'') == 1;
    }

    /** A query's only number. */
    public static long number(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs statements. */
    public static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
