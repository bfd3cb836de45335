package com.rentwave.vehicle.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL with RentWave's roles and databases, and the moves that a coordinator makes in it. */
final class TestDatabase {

    private final EmbeddedPostgres server;

    TestDatabase() {
        try {
            Path folder = Files.createTempDirectory("rentwave-vehicle-postgres");
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
        script("vehicle_service", "bootstrap/database.sql");
    }

    /** Tries often, because the server's own farewell may be removing the same files. */
    private void remove(Path folder) {
        for (int i = 0; i < 1000 && Files.exists(folder); i++) {
            try {
                server.close();
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                Thread.yield();
            }
        }
    }

    String url() {
        return url("vehicle_service");
    }

    Connection connect(String role) {
        return connect("vehicle_service", role);
    }

    /** Makes this side the owner, as a switch does. */
    void giveOwnership(long epoch) {
        ownership("service", epoch);
    }

    /** Takes ownership away, as a fence does. */
    void takeOwnership(long epoch) {
        ownership("nobody", epoch);
    }

    private void ownership(String owner, long epoch) {
        try (Connection coordinator = connect("rentwave_coordinator");
                Statement statement = coordinator.createStatement()) {
            coordinator.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))");
            statement.execute(
                    "UPDATE sync.ownership SET owner = '" + owner + "', epoch = " + epoch + " WHERE api = 'vehicles'");
            coordinator.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as a superuser. */
    void execute(String... statements) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String query) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Everything the API's tables hold, to tell that nothing was changed. */
    String rows() {
        return text(
                "SELECT coalesce((SELECT string_agg(v::text, '|' ORDER BY id) FROM vehicle v), '') || '#'"
                        + " || coalesce((SELECT string_agg(k::text, '|' ORDER BY user_id, key) FROM vehicle_idempotency k), '')");
    }

    private Connection connect(String database, String role) {
        try {
            return DriverManager.getConnection(url(database), role, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + '/' + database;
    }

    private void script(String database, String resource) {
        try (InputStream in = TestDatabase.class.getClassLoader().getResourceAsStream(resource);
                Connection connection = connect(database, "postgres");
                Statement statement = connection.createStatement()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String sql : text.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
