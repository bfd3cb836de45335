package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerIT {

    private Site site;
    private PostgresServer server;

    @BeforeAll
    void startServer(@TempDir Path folder) {
        site = TestSite.in(folder.resolve("data folder"));
        server = new PostgresServer(site);
        server.start();
    }

    @AfterAll
    void stopServer() {
        server.stop();
    }

    @Test
    void promisesWhatACommitPromises() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("wal_level")).isEqualTo("logical");
    }

    @Test
    void listensOnThisMachineOnlyAndAsksForPasswords() throws SQLException {
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
        JdbcSettings wrong = new JdbcSettings(site.jdbc("postgres", "postgres").url(), "postgres", "wrong");

        assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    void comparesTextTheSameWayOnEveryMachine() throws SQLException {
        assertThat(value("postgres", "SELECT lower('ŠKODA É')")).isEqualTo("škoda é");
        assertThat(value("postgres", "SELECT 'a' < 'B'")).isEqualTo("f");
    }

    @Test
    void givesEachRoleItsDatabase() throws SQLException {
        for (String[] owned : new String[][] {
            {"legacy", "rentwave_legacy"},
            {"vehicle_service", "rentwave_vehicles"},
            {"rental_service", "rentwave_rentals"},
            {"migration", "rentwave_coordinator"}
        }) {
            try (Connection connection = site.jdbc(owned[0], owned[1]).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS mine (id int)");
            }
        }
    }

    @Test
    void setsUpTheDatabasesAnyNumberOfTimes() {
        new DatabaseSetup(site).run();
        new DatabaseSetup(site).run();

        assertThat(server.isHealthy()).isTrue();
    }

    @Test
    void makesADatabaseThatANewerBuildNeedsWhileItRuns() throws SQLException {
        execute("postgres", "DROP DATABASE rental_service WITH (FORCE)");

        server.bringUpToDate();

        try (Connection connection =
                site.jdbc("rental_service", "rentwave_rentals_sync").connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void keepsItsDataThroughAStopAndThroughAKill() throws SQLException {
        execute("legacy", "CREATE TABLE kept (id int)");
        execute("legacy", "INSERT INTO kept VALUES (1)");

        server.stop();
        assertThat(server.isAlive()).isFalse();
        server.start();
        execute("legacy", "INSERT INTO kept VALUES (2)");
        server.kill();
        assertThat(server.health().reason()).isEqualTo("its process is gone");
        server.start();

        assertThat(value("legacy", "SELECT count(*) FROM kept")).isEqualTo("2");
    }

    @Test
    void isStartedAgainWhenItRunsWithoutARecord() throws IOException {
        Files.delete(site.folder().pidFile("postgresql"));
        List<String> notes = new ArrayList<>();
        assertThat(server.isAlive()).isFalse();

        server.clearLeftover(notes::add);
        server.start();

        assertThat(server.isHealthy()).isTrue();
        assertThat(notes).first().asString().contains("no record of");
    }

    @Test
    void noticesThatItRunsWithOtherSettings() {
        assertThat(server.isOutdated()).isFalse();

        PidFile.Entry entry = server.pidFile().read().orElseThrow();
        server.pidFile().write(entry.process(), entry.startedAtMillis(), "other settings");

        assertThat(server.isOutdated()).isTrue();
        server.pidFile().write(entry.process(), entry.startedAtMillis(), entry.settings());
    }

    @Test
    void namesThePortThePartAndTheProcessWhenItsPortIsTaken(@TempDir Path folder) throws IOException {
        Site other = TestSite.in(folder);
        PostgresServer second = new PostgresServer(other);
        try (ServerSocket taken = new ServerSocket(second.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which postgresql needs, is taken by java")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void tellsWhichPostgresqlHasAPort() {
        assertThat(PortOwner.of(server.port())).hasValueSatisfying(owner -> assertThat(owner)
                .startsWith("the PostgreSQL of " + site.folder().path()));
    }

    private String setting(String name) throws SQLException {
        return value("postgres", "SHOW " + name);
    }

    private String value(String database, String sql) throws SQLException {
        try (Connection connection =
                        site.jdbc(database, PostgresServer.SUPERUSER).connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection =
                        site.jdbc(database, PostgresServer.SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
