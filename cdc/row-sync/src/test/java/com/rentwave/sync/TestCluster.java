package com.rentwave.sync;

import com.rentwave.servers.ServerFolder;
import com.rentwave.servers.SqlScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL with RentWave's roles and, as templates, the databases of both sides; started once for all tests of
 * the run.
 */
final class TestCluster {

    private static TestCluster running;

    private final ServerFolder folder = ServerFolder.make("rentwave-sync");
    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private TestCluster() throws IOException, SQLException {
        this.postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("wal_level", "logical")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_active_replication_origins", "50")
                .start();
        script("bootstrap/cluster.sql", "postgres");
        migrate("legacy", "rentwave_legacy", "legacy");
        migrate("vehicle_service", "rentwave_vehicles", "service");
    }

    static synchronized TestCluster start() {
        if (running == null) {
            try {
                running = new TestCluster();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    static synchronized void stop() throws IOException {
        if (running != null) {
            running.postgres.close();
            running.folder.delete();
            running = null;
        }
    }

    private void migrate(String database, String owner, String side) throws SQLException {
        script("bootstrap/database.sql", database);
        Flyway.configure()
                .dataSource(as(owner, database))
                .locations("classpath:db/sync", "classpath:db/" + side + "-tables")
                .placeholders(Map.of("side", side))
                .load()
                .migrate();
    }

    private void script(String resource, String database) throws SQLException {
        try (Connection superuser = as("postgres", database).getConnection()) {
            SqlScript.run(resource, superuser);
        }
    }

    /** A fresh database of a side, as the migrations leave it. */
    TestDatabase database(Side side) throws SQLException {
        String template = side == Side.LEGACY ? "legacy" : "vehicle_service";
        String name = template + '_' + databases.incrementAndGet();
        try (Connection connection = as("postgres", "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER "
                    + (side == Side.LEGACY ? "rentwave_legacy" : "rentwave_vehicles"));
        }
        return new TestDatabase(this, side, name);
    }

    DataSource as(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {postgres.getPort()});
        source.setDatabaseName(database);
        source.setUser(user);
        return source;
    }
}
