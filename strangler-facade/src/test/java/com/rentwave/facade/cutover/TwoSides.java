package com.rentwave.facade.cutover;

import com.rentwave.facade.ownership.SideDatabases;
import com.rentwave.sync.Side;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
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

    /** A second API, for the tests that need one; only {@link #ofTwoApis} has its rows. */
    public static final String SECOND = "rentals";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres cluster;

    private final int port;
    private final int number;
    private final boolean second;

    public TwoSides() {
        this(false);
    }

    private TwoSides(boolean second) {
        this.second = second;
        this.number = NUMBER.incrementAndGet();
        try {
            start();
            port = cluster.getPort();
            create("legacy", "rentwave_legacy");
            create("vehicle_service", "rentwave_vehicles");
            create("migration", "rentwave_coordinator");
            prepareDatabase(API, Side.LEGACY);
            prepareDatabase(API, Side.SERVICE);
            prepare(API, Side.LEGACY, "t_veh(veh_id bigint PRIMARY KEY, mk_nm text NOT NULL)", "s_veh START 1");
            prepare(API, Side.SERVICE, "vehicle(id bigint PRIMARY KEY, make text NOT NULL)", "vehicle_id START 2");
            if (second) {
                create("rental_service", "rentwave_vehicles");
                prepareDatabase(SECOND, Side.SERVICE);
                prepare(SECOND, Side.LEGACY, "t_rnt(rnt_id bigint PRIMARY KEY, itm_nm text NOT NULL)", "s_rnt START 1");
                prepare(
                        SECOND,
                        Side.SERVICE,
                        "rental(id bigint PRIMARY KEY, title text NOT NULL)",
                        "rental_id START 2");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a service of its own for {@link #SECOND}, too. */
    public static TwoSides ofTwoApis() {
        return new TwoSides(true);
    }

    private TwoSides(int port, int number) {
        this.second = false;
        this.port = port;
        this.number = number;
    }

    /** The databases that another process has made. */
    static TwoSides at(String address) {
        String[] parts = address.split("/");
        return new TwoSides(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Where another process finds these databases. */
    String address() {
        return port + "/" + number;
    }

    public boolean hasSecond() {
        return second;
    }

    private static synchronized void start() throws SQLException {
        if (cluster != null) {
            return;
        }
        try {
            cluster = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
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

    private void prepareDatabase(String api, Side side) {
        new JdbcTemplate(superuser(api, side)).execute(resource("bootstrap/database.sql"));
        for (String schema : new String[] {"V0_1__ownership_and_guard.sql", "R__retirement.sql"}) {
            new JdbcTemplate(owner(api, side))
                    .execute(resource("db/sync/" + schema).replace("${side}", side.word()));
        }
    }

    private void prepare(String api, Side side, String table, String sequence) {
        String name = table(api, side);
        JdbcTemplate owner = new JdbcTemplate(owner(api, side));
        owner.execute("CREATE TABLE " + table);
        owner.execute("CREATE SEQUENCE " + sequence + " INCREMENT 2");
        owner.update("INSERT INTO sync.ownership VALUES (?, ?, 0)", api, side == Side.LEGACY ? "legacy" : "nobody");
        owner.execute("SELECT sync.guard_table('" + api + "', '" + name + "')");
        owner.execute("ALTER TABLE " + name + " REPLICA IDENTITY FULL");
        new JdbcTemplate(superuser(api, side)).execute("CREATE PUBLICATION rentwave_" + api + " FOR TABLE " + name);
        owner.execute("GRANT SELECT ON " + name + " TO rentwave_coordinator");
    }

    private static String table(String api, Side side) {
        if (api.equals(API)) {
            return side == Side.LEGACY ? "t_veh" : "vehicle";
        }
        return side == Side.LEGACY ? "t_rnt" : "rental";
    }

    /** An address of the side's database, for the user. */
    public String url(Side side) {
        return url(API, side);
    }

    public String url(String api, Side side) {
        return url(database(api, side));
    }

    /** As the coordinator reaches them. */
    public SideDatabases databases() {
        return new SideDatabases(coordinator(Side.LEGACY), Map.of(API, coordinator(Side.SERVICE)));
    }

    public String migrationUrl() {
        return url("migration");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "_" + number;
    }

    /** As the application that writes the side's rows. */
    public DataSource owner(Side side) {
        return owner(API, side);
    }

    private DataSource owner(String api, Side side) {
        return source(url(api, side), side == Side.LEGACY ? "rentwave_legacy" : "rentwave_vehicles");
    }

    /** As the coordinator. */
    public DataSource coordinator(Side side) {
        return source(url(side), "rentwave_coordinator");
    }

    public DataSource superuser(Side side) {
        return superuser(API, side);
    }

    DataSource superuser(String api, Side side) {
        return source(url(api, side), "postgres");
    }

    public DataSource migration() {
        return source(migrationUrl(), "rentwave_coordinator");
    }

    /** What the side's database says: owner and epoch. */
    public String ownership(Side side) {
        return ownership(API, side);
    }

    String ownership(String api, Side side) {
        return new JdbcTemplate(superuser(api, side))
                .queryForObject("SELECT owner || ' ' || epoch FROM sync.ownership WHERE api = ?", String.class, api);
    }

    /** The side's rows, as {@code id=make} sorted by id. */
    public String rows(Side side) {
        return rows(API, side);
    }

    String rows(String api, Side side) {
        String sql = "SELECT coalesce(string_agg(id || '=' || name, ',' ORDER BY id), '') FROM " + table(api, side)
                + " AS t(id, name)";
        return new JdbcTemplate(superuser(api, side)).queryForObject(sql, String.class);
    }

    /** Writes a row as the side's application would. */
    public void write(Side side, long id, String make) throws SQLException {
        write(API, side, id, make);
    }

    void write(String api, Side side, long id, String name) throws SQLException {
        try (Connection connection = owner(api, side).getConnection();
                var statement = connection.prepareStatement(insert(api, side))) {
            statement.setLong(1, id);
            statement.setString(2, name);
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

    /** By means that nobody has in the product: a superuser who switches off the fence for ever. */
    void unretire(long epoch) {
        JdbcTemplate legacy = new JdbcTemplate(superuser(Side.LEGACY));
        legacy.execute("ALTER TABLE sync.ownership DISABLE TRIGGER rw_retired");
        legacy.update("UPDATE sync.ownership SET owner = 'nobody', epoch = ?", epoch);
        legacy.execute("ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired");
        new JdbcTemplate(migration())
                .update("UPDATE route SET phase = 'OWNED', version = version + 1 WHERE api = '" + API + "'");
    }

    public static String insert(Side side) {
        return insert(API, side);
    }

    static String insert(String api, Side side) {
        return "INSERT INTO " + table(api, side) + " VALUES (?, ?)";
    }

    int number() {
        return number;
    }

    private static String database(String api, Side side) {
        if (side == Side.LEGACY) {
            return "legacy";
        }
        return api.equals(API) ? "vehicle_service" : "rental_service";
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
