package com.rentwave.legacy;

import com.rentwave.servers.ServerFolder;
import com.rentwave.servers.SqlScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with RentWave's roles and the monolith's database, started once for all tests of the run. */
final class TestDatabase {

    /** The migration with which a monolith comes that has no component for vehicles. */
    static final String RETIREMENT = "R__vehicles_are_retired.sql";

    private static final ServerFolder FOLDER = ServerFolder.make("rentwave-legacy-postgres");

    private final EmbeddedPostgres postgres;

    TestDatabase() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOverrideWorkingDirectory(FOLDER.resolve("binaries").toFile())
                    .setDataDirectory(FOLDER.resolve("data"))
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            script("bootstrap/cluster.sql", "postgres");
            script("bootstrap/database.sql", "legacy");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FOLDER.delete();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/legacy";
    }

    /** A connection as one of RentWave's roles. */
    Connection as(String user) throws SQLException {
        return as(user, "legacy");
    }

    private Connection as(String user, String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {postgres.getPort()});
        source.setDatabaseName(database);
        source.setUser(user);
        return source.getConnection();
    }

    /** Sets who owns the vehicles, as a cutover would. */
    void own(String owner, long epoch) {
        own("vehicles", owner, epoch);
    }

    /** Sets who owns an API, as a cutover would; also where it is retired, which nobody can do in the product. */
    void own(String api, String owner, long epoch) {
        execute("ALTER TABLE sync.ownership DISABLE TRIGGER rw_retired");
        execute("UPDATE sync.ownership SET owner = ?, epoch = ? WHERE api = ?", owner, epoch, api);
        execute("ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired");
    }

    /** Sets who owns the vehicles in a new installation of this build. */
    void ownAsAtFirst() {
        if (isRetiredFromBirth()) {
            own("retired", 1);
        } else {
            own("legacy", 0);
        }
    }

    static boolean isRetiredFromBirth() {
        return TestDatabase.class.getResource("/db/migration/" + RETIREMENT) != null;
    }

    int execute(String sql, Object... parameters) {
        try (Connection connection = as("postgres")) {
            return execute(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.execute() ? -1 : statement.getUpdateCount();
        }
    }

    long number(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).get(0));
    }

    List<String> column(String sql, Object... parameters) {
        try (Connection connection = as("postgres");
                PreparedStatement query = prepare(connection, sql, parameters);
                ResultSet rows = query.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private void script(String resource, String database) throws SQLException {
        try (Connection superuser = as("postgres", database)) {
            SqlScript.run(resource, superuser);
        }
    }
}
