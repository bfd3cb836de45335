package com.rentwave.facade.cutover;

import com.rentwave.sync.Side;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The three databases of a migration in a real PostgreSQL: both sides with row-sync's own schema, its roles and a small
 * guarded table each, and an empty migration database. Every instance has databases of its own in one shared cluster.
 */
public final class TwoSides {

    public static final String API = "vehicles";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres cluster;

    private final int number = NUMBER.incrementAndGet();

    public TwoSides() {
        try {
            start();
            create("legacy", "rentwave_legacy");
            create("vehicle_service", "rentwave_vehicles");
            create("migration", "rentwave_coordinator");
            prepare(Side.LEGACY, "t_veh(veh_id bigint PRIMARY KEY, mk_nm text NOT NULL)", "t_veh", "s_veh START 1");
            prepare(
                    Side.SERVICE,
                    "vehicle(id bigint PRIMARY KEY, make text NOT NULL)",
                    "vehicle",
                    "vehicle_id START 2");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void start() throws SQLException {
        if (cluster != null) {
            return;
        }
        try {
            cluster = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_prepared_transactions", "5")
                    .setServerConfig("max_replication_slots", "60")
                    .setServerConfig("max_active_replication_origins", "60")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String statement :
                resource("bootstrap/cluster.sql").replaceAll("(?m)^--.*$", "").split(";\\s*\\n")) {
            if (!statement.contains("CREATE DATABASE") && !statement.isBlank()) {
                new JdbcTemplate(cluster.getPostgresDatabase()).execute(statement);
            }
        }
    }

    private void create(String name, String owner) {
        new JdbcTemplate(cluster.getPostgresDatabase())
                .execute("CREATE DATABASE " + name + "_" + number + " OWNER " + owner);
    }

    private void prepare(Side side, String table, String name, String sequence) {
        JdbcTemplate root = new JdbcTemplate(superuser(side));
        root.execute(resource("bootstrap/database.sql"));
        JdbcTemplate owner = new JdbcTemplate(owner(side));
        owner.execute(resource("db/sync/V0_1__ownership_and_guard.sql").replace("${side}", side.word()));
        owner.execute("CREATE TABLE " + table);
        owner.execute("CREATE SEQUENCE " + sequence + " INCREMENT 2");
        owner.update("INSERT INTO sync.ownership VALUES ('vehicles', ?, 0)", side == Side.LEGACY ? "legacy" : "nobody");
        owner.execute("SELECT sync.guard_table('vehicles', '" + name + "')");
        owner.execute("ALTER TABLE " + name + " REPLICA IDENTITY FULL");
        root.execute("CREATE PUBLICATION rentwave_vehicles FOR TABLE " + name);
        owner.execute("GRANT SELECT ON " + name + " TO rentwave_coordinator");
    }

    /** An address of the side's database, for the user. */
    public String url(Side side) {
        return url(database(side));
    }

    public String migrationUrl() {
        return url("migration");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + cluster.getPort() + "/" + database + "_" + number;
    }

    /** As the application that writes the side's rows. */
    public DataSource owner(Side side) {
        return source(url(side), side == Side.LEGACY ? "rentwave_legacy" : "rentwave_vehicles");
    }

    /** As the coordinator. */
    public DataSource coordinator(Side side) {
        return source(url(side), "rentwave_coordinator");
    }

    public DataSource superuser(Side side) {
        return source(url(side), "postgres");
    }

    public DataSource migration() {
        return source(migrationUrl(), "rentwave_coordinator");
    }

    /** What the side's database says: owner and epoch. */
    public String ownership(Side side) {
        return new JdbcTemplate(superuser(side))
                .queryForObject(
                        "SELECT owner || ' ' || epoch FROM sync.ownership WHERE api = 'vehicles'", String.class);
    }

    /** The side's rows, as {@code id=make} sorted by id. */
    public String rows(Side side) {
        String sql = side == Side.LEGACY
                ? "SELECT coalesce(string_agg(veh_id || '=' || mk_nm, ',' ORDER BY veh_id), '') FROM t_veh"
                : "SELECT coalesce(string_agg(id || '=' || make, ',' ORDER BY id), '') FROM vehicle";
        return new JdbcTemplate(superuser(side)).queryForObject(sql, String.class);
    }

    /** Writes a row as the side's application would. */
    public void write(Side side, long id, String make) throws SQLException {
        try (Connection connection = owner(side).getConnection();
                var statement = connection.prepareStatement(insert(side))) {
            statement.setLong(1, id);
            statement.setString(2, make);
            statement.executeUpdate();
        }
    }

    /** No rows, and legacy owns the API under epoch 0, as at first. */
    public void reset() {
        for (Side side : Side.values()) {
            JdbcTemplate root = new JdbcTemplate(superuser(side));
            root.update("UPDATE sync.ownership SET owner = ?", side.word());
            root.update(side == Side.LEGACY ? "DELETE FROM t_veh" : "DELETE FROM vehicle");
            root.update("DELETE FROM sync.applied_barrier");
            root.update("UPDATE sync.ownership SET owner = ?, epoch = 0", side == Side.LEGACY ? "legacy" : "nobody");
        }
    }

    public static String insert(Side side) {
        return side == Side.LEGACY ? "INSERT INTO t_veh VALUES (?, ?)" : "INSERT INTO vehicle VALUES (?, ?)";
    }

    int number() {
        return number;
    }

    private static String database(Side side) {
        return side == Side.LEGACY ? "legacy" : "vehicle_service";
    }

    private static DataSource source(String url, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword("");
        return source;
    }

    private static String resource(String name) {
        try (InputStream in = TwoSides.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
