package com.rentwave.cdc.platform;

import com.rentwave.cdc.capture.SourceDatabase;
import com.rentwave.servers.ServerFolder;
import com.rentwave.servers.ServerPort;
import com.rentwave.servers.SqlScript;
import com.rentwave.sync.Side;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL of its own, with RentWave's roles and the databases of both sides as their modules migrate them. */
public final class TestPostgres implements AutoCloseable {

    private static final String RENTALS = "rental_service";
    private static final int LOWEST_PORT = 20_000;

    private final ServerFolder folder = ServerFolder.make("rentwave-cdc");
    private final int port = ServerPort.free(LOWEST_PORT);
    private EmbeddedPostgres postgres;

    public TestPostgres() {
        try {
            start();
            script("bootstrap/cluster.sql", "postgres");
            migrate("legacy", "rentwave_legacy", "legacy", "../legacy-monolith");
            migrate("vehicle_service", "rentwave_vehicles", "service", "../extracted-services/vehicle-service");
            beginAtTheMonolith();
            run(Side.LEGACY, "INSERT INTO t_usr VALUES (7, 'owner@rentwave.example', 'Owner', 'x', now())");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Streams are the same whoever owns an API; a build whose monolith is retired from one begins elsewhere. */
    private void beginAtTheMonolith() throws SQLException {
        runAsSuperuser(Side.LEGACY, "ALTER TABLE sync.ownership DISABLE TRIGGER rw_retired");
        runAsSuperuser(Side.LEGACY, "UPDATE sync.ownership SET owner = 'legacy', epoch = 0");
        runAsSuperuser(Side.LEGACY, "ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired");
    }

    /** The rental service's database as well. */
    public void prepareRentals() throws SQLException {
        migrate(RENTALS, "rentwave_rentals", "service", "../extracted-services/rental-service");
    }

    public void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "rentwave-cdc-postgres")
                        .toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("wal_level", "logical")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_active_replication_origins", "50")
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** Ends the server without any farewell. */
    public void kill() throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).trim());
        List<ProcessHandle> children =
                ProcessHandle.of(pid).map(p -> p.children().toList()).orElse(List.of());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        children.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle child : children) {
            child.onExit().get();
        }
        // Only lets go of its lock: there is nothing left to stop.
        postgres.close();
    }

    private void migrate(String database, String owner, String side, String module) throws SQLException {
        script("bootstrap/database.sql", database);
        Flyway.configure()
                .dataSource(as(owner, database))
                .locations("classpath:db/sync", "filesystem:" + module + "/src/main/resources/db/migration")
                .placeholders(Map.of("side", side))
                .load()
                .migrate();
    }

    private void script(String resource, String database) throws SQLException {
        try (Connection superuser = as("postgres", database).getConnection()) {
            SqlScript.run(resource, superuser);
        }
    }

    public SourceDatabase source(Side side) {
        return new SourceDatabase("jdbc:postgresql://127.0.0.1:" + port + '/' + database(side), "rentwave_cdc", null);
    }

    /** The rental service's database. */
    public SourceDatabase rentals() {
        return new SourceDatabase("jdbc:postgresql://127.0.0.1:" + port + '/' + RENTALS, "rentwave_cdc", null);
    }

    public PGSimpleDataSource rentalsAs(String user) {
        return as(user, RENTALS);
    }

    /** As the application that owns the side's database. */
    public PGSimpleDataSource app(Side side) {
        return as(side == Side.LEGACY ? "rentwave_legacy" : "rentwave_vehicles", database(side));
    }

    public PGSimpleDataSource superuser(Side side) {
        return as("postgres", database(side));
    }

    public PGSimpleDataSource as(String user, Side side) {
        return as(user, database(side));
    }

    private static String database(Side side) {
        return side == Side.LEGACY ? "legacy" : "vehicle_service";
    }

    public void run(Side side, String sql) throws SQLException {
        run(app(side), sql);
    }

    private static void run(PGSimpleDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void runAsSuperuser(Side side, String sql) throws SQLException {
        run(superuser(side), sql);
    }

    /** Back to the state after the migrations: no slot, no row of the API, owned by legacy. */
    public void forgetVehicles() throws SQLException {
        Awaitility.await("slots are free").atMost(Duration.ofSeconds(60)).until(() -> column(
                        Side.LEGACY, "SELECT slot_name FROM pg_replication_slots WHERE active")
                .isEmpty());
        for (Side side : Side.values()) {
            boolean legacy = side == Side.LEGACY;
            // An origin, whatever its name, lets the guard pass.
            String origin = "test_" + side.word();
            runAsSuperuser(
                    side,
                    "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database();"
                            + "SELECT pg_replication_origin_create('" + origin + "') WHERE NOT EXISTS"
                            + " (SELECT FROM pg_replication_origin WHERE roname = '" + origin + "');"
                            + "SELECT pg_replication_origin_session_setup('" + origin + "');"
                            + "TRUNCATE "
                            + (legacy ? "t_veh, t_veh_idem, t_outbx" : "vehicle, vehicle_idempotency, outbox")
                            + ", sync.apply_position, sync.applied_barrier;"
                            + "UPDATE sync.ownership SET epoch = 0, owner = '" + (legacy ? "legacy" : "nobody") + '\'');
        }
    }

    public String text(Side side, String sql) throws SQLException {
        List<String> column = column(side, sql);
        return column.isEmpty() ? null : column.get(0);
    }

    public List<String> column(Side side, String sql) throws SQLException {
        try (Connection connection = superuser(side).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private PGSimpleDataSource as(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        return source;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.delete();
    }
}
