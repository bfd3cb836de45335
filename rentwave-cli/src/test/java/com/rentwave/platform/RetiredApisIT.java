package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Before anybody is told that RentWave is up, each API that the monolith does not have is its service's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetiredApisIT {

    private static final String HAS_LOOKED =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'SELECT api FROM route%'";

    private Site site;
    private PostgresServer server;

    @BeforeAll
    void startServer(@TempDir Path folder) {
        site = TestSite.in(folder);
        server = new PostgresServer(site);
        server.start();
    }

    @AfterAll
    void stopServer() {
        server.stop();
    }

    @BeforeEach
    void install() throws SQLException {
        execute(
                DatabaseSetup.LEGACY,
                "CREATE SCHEMA IF NOT EXISTS sync",
                "DROP TABLE IF EXISTS sync.ownership",
                "CREATE TABLE sync.ownership (api text, owner text)",
                "INSERT INTO sync.ownership VALUES ('vehicles', 'retired'), ('rentals', 'legacy')");
        execute(
                DatabaseSetup.MIGRATION,
                "DROP TABLE IF EXISTS route",
                "CREATE TABLE route (api text, phase text)",
                "INSERT INTO route VALUES ('vehicles', 'LEGACY'), ('rentals', 'LEGACY')");
    }

    @Test
    void areAwaitedUntilEachHasItsOwner() throws Exception {
        CompletableFuture<Void> up;
        try (Connection facade = connect(DatabaseSetup.MIGRATION);
                Statement statement = facade.createStatement()) {
            facade.setAutoCommit(false);
            statement.execute("LOCK TABLE route");
            up = CompletableFuture.runAsync(new RetiredApis(site)::awaitOwners);
            awaitLook();
            facade.commit();
            statement.execute("LOCK TABLE route");
            awaitLook();

            assertThat(up).as("it looks again").isNotDone();
            statement.execute("UPDATE route SET phase = 'RETIRED' WHERE api = 'vehicles'");
            facade.commit();
        }

        up.join();
    }

    @Test
    void areNoneWhereTheMonolithOwnsEverything() throws SQLException {
        execute(DatabaseSetup.LEGACY, "UPDATE sync.ownership SET owner = 'legacy'");
        execute(DatabaseSetup.MIGRATION, "DROP TABLE route");

        new RetiredApis(site).awaitOwners();
    }

    @Test
    void areNotAwaitedForEver() {
        assertThatThrownBy(new RetiredApis(site, Duration.ZERO)::awaitOwners)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("The services of vehicles were not made their owners")
                .hasMessageContaining("rentwave logs facade");
    }

    @Test
    void areNotGuessedWhenADatabaseCannotTell() throws SQLException {
        execute(DatabaseSetup.MIGRATION, "DROP TABLE route");

        assertThatThrownBy(new RetiredApis(site)::awaitOwners)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("It cannot be told who owns the APIs")
                .hasMessageContaining("route");
    }

    private void awaitLook() {
        await("it looks who has which API").until(() -> looks() == 1);
    }

    private long looks() throws SQLException {
        try (Connection connection = connect(DatabaseSetup.MIGRATION);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HAS_LOOKED)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return site.jdbc(database, PostgresServer.SUPERUSER).connect();
    }
}
