package com.rentwave.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles, their passwords, and the databases, from row-sync's bootstrap scripts. Running it again changes nothing. */
final class DatabaseSetup {

    static final String LEGACY = "legacy";
    static final String MIGRATION = "migration";
    static final String VEHICLE_SERVICE = "vehicle_service";
    static final String RENTAL_SERVICE = "rental_service";

    private static final List<String> ROLES = List.of(
            "rentwave_legacy",
            "rentwave_vehicles",
            "rentwave_vehicles_sync",
            "rentwave_rentals",
            "rentwave_rentals_sync",
            "rentwave_cdc",
            "rentwave_coordinator");
    private static final Set<String> EXISTS_ALREADY = Set.of("42710", "42P04");

    private final Site site;

    DatabaseSetup(Site site) {
        this.site = site;
    }

    void run() {
        try (Connection cluster = connect("postgres")) {
            for (String statement : script("/bootstrap/cluster.sql")) {
                executeUnlessDone(cluster, statement);
            }
            try (Statement statement = cluster.createStatement()) {
                for (String role : ROLES) {
                    // Both come from us: names without special characters, passwords of base64url.
                    statement.execute("ALTER ROLE " + role + " PASSWORD '"
                            + site.secrets().databasePassword(role) + "'");
                }
            }
            prepare(LEGACY);
            prepare(VEHICLE_SERVICE);
            prepare(RENTAL_SERVICE);
        } catch (SQLException e) {
            throw new PlatformException("The databases cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Makes a database of the same kind, empty, for its owner. */
    void create(String database, String owner) {
        try (Connection cluster = connect("postgres")) {
            executeUnlessDone(cluster, "CREATE DATABASE " + database + " OWNER " + owner);
            prepare(database);
        } catch (SQLException e) {
            throw new PlatformException("The database " + database + " cannot be made: " + e.getMessage(), e);
        }
    }

    void drop(String database) {
        try (Connection cluster = connect("postgres");
                Statement statement = cluster.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new PlatformException("The database " + database + " cannot be dropped: " + e.getMessage(), e);
        }
    }

    private void prepare(String database) throws SQLException {
        try (Connection connection = connect(database)) {
            for (String statement : script("/bootstrap/database.sql")) {
                executeUnlessDone(connection, statement);
            }
        }
    }

    /** What exists already is no error, so it does not belong in the server's log either. */
    private Connection connect(String database) throws SQLException {
        Connection connection = site.jdbc(database, PostgresServer.SUPERUSER).connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET log_min_messages = panic");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void executeUnlessDone(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!EXISTS_ALREADY.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static List<String> script(String resource) {
        try (InputStream script = DatabaseSetup.class.getResourceAsStream(resource)) {
            if (script == null) {
                throw new PlatformException("The script " + resource + " is not on the class path.");
            }
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(sql.split(";\\s*(\n|$)"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new PlatformException("The script " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }
}
