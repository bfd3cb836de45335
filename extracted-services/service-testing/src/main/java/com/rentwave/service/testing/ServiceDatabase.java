package com.rentwave.service.testing;

import com.rentwave.servers.ServerFolder;
import com.rentwave.servers.SqlScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A real PostgreSQL with RentWave's roles, the database of one service, and the moves that a coordinator makes in it. */
public final class ServiceDatabase {

    private final String name;
    private final String api;
    private final List<String> tables;
    private final EmbeddedPostgres server;

    /**
     * Starts it; it ends with this JVM.
     *
     * @param name of the service's database
     * @param api the API that the service is to own
     * @param tables those of the API
     */
    public ServiceDatabase(String name, String api, String... tables) {
        this.name = name;
        this.api = api;
        this.tables = List.of(tables);
        try {
            ServerFolder folder = ServerFolder.make("rentwave-" + api + "-postgres");
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setDataDirectory(folder.resolve("data"))
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("fsync", "on")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script("postgres", "bootstrap/cluster.sql");
        script(name, "bootstrap/database.sql");
    }

    private void remove(ServerFolder folder) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.delete();
        }
    }

    /** The port of the server. */
    public int port() {
        return server.getPort();
    }

    /** The JDBC address of the service's database. */
    public String url() {
        return url(name);
    }

    /** A connection to the service's database; no role needs a password. */
    public Connection connect(String role) {
        return connect(name, role);
    }

    /** Makes the service the owner, as a switch does. */
    public void giveOwnership(long epoch) {
        ownership("service", epoch);
    }

    /** Takes ownership away, as a fence does. */
    public void takeOwnership(long epoch) {
        ownership("nobody", epoch);
    }

    private void ownership(String owner, long epoch) {
        try (Connection coordinator = connect("rentwave_coordinator");
                Statement statement = coordinator.createStatement()) {
            coordinator.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(sync.lock_key('" + api + "'))");
            statement.execute("UPDATE sync.ownership SET owner = '" + owner + "', epoch = " + epoch + " WHERE api = '"
                    + api + "'");
            coordinator.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as a superuser. */
    public void execute(String... statements) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query's first row, seen as a superuser. */
    public String text(String query) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #text}, a whole number. */
    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Everything the API's tables hold, to tell that nothing was changed. */
    public String rows() {
        return text("SELECT "
                + tables.stream()
                        .map(table ->
                                "coalesce((SELECT string_agg(t::text, '|' ORDER BY t::text) FROM " + table + " t), '')")
                        .collect(Collectors.joining(" || '#' || ")));
    }

    private Connection connect(String database, String role) {
        try {
            return DriverManager.getConnection(url(database), role, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + '/' + database;
    }

    private void script(String database, String resource) {
        try (Connection superuser = connect(database, "postgres")) {
            SqlScript.run(resource, superuser);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
