package com.rentwave.facade.route;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.sync.thread.RepeatingThread;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the routes in the migration database: told of a change at once, and looking anyway every 250 ms. Has a
 * connection of its own, because a pooled one cannot listen.
 */
@Component
class RouteWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RouteWatch.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(1);
    private static final Duration FORGET_AGAIN = Duration.ofMinutes(1);

    /**
     * Facades that ended long ago: nobody has waited for them since two seconds after they told for the last time. One
     * that was only asleep tells again as if it were new. Rows that somebody else has locked are left for the next time.
     */
    private static final String FORGET = """
            DELETE FROM route_seen WHERE (facade, api) IN (
                SELECT facade, api FROM route_seen WHERE at < clock_timestamp() - interval '1 hour'
                FOR UPDATE SKIP LOCKED)""";

    private final RouteTables tables;
    private final MovingApis apis;
    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final String name = UUID.randomUUID().toString();
    private final RepeatingThread thread = RepeatingThread.every(LOOK, "route-watch", this::follow);
    private RouteTable told;
    private long toldAt;
    private long forgotAt = System.nanoTime() - FORGET_AGAIN.toNanos();
    private boolean reachable = true;

    RouteWatch(RouteTables tables, MovingApis apis, JdbcConnectionDetails database) {
        this.tables = tables;
        this.apis = apis;
        source.setUrl(database.getJdbcUrl());
        source.setUser(database.getUsername());
        source.setPassword(database.getPassword());
        source.setApplicationName("rentwave-facade-routes");
        source.setConnectTimeout(1);
        source.setSocketTimeout(2);
        source.setTcpKeepAlive(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    private void follow() {
        try (Connection connection = source.getConnection()) {
            follow(connection);
        } catch (SQLException e) {
            if (reachable && isRunning()) {
                LOG.warn("routes: the migration database is gone ({}); the last table stays in use", e.getMessage());
            }
            reachable = false;
        }
    }

    private void follow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN rentwave_route");
        }
        if (!reachable) {
            LOG.info("routes: the migration database is back");
        }
        reachable = true;
        while (isRunning()) {
            acknowledge(connection, tables.accept(read(connection)));
            forgetTheGone(connection);
            connection.unwrap(PGConnection.class).getNotifications((int) LOOK.toMillis());
        }
    }

    /** Tells which versions are in use here: at once when they are new, and every second. */
    private void acknowledge(Connection connection, RouteTable used) throws SQLException {
        long now = System.nanoTime();
        if (used.equals(told) && now - toldAt < TELL_AGAIN.toNanos()) {
            return;
        }
        try (PreparedStatement tell = connection.prepareStatement("""
                INSERT INTO route_seen (facade, api, version) VALUES (?, ?, ?)
                ON CONFLICT (facade, api) DO UPDATE SET version = excluded.version, at = clock_timestamp()""")) {
            for (Route route : used.routes()) {
                tell.setString(1, name);
                tell.setString(2, route.api());
                tell.setLong(3, route.version());
                tell.addBatch();
            }
            tell.executeBatch();
        }
        told = used;
        toldAt = now;
    }

    private void forgetTheGone(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (now - forgotAt < FORGET_AGAIN.toNanos()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(FORGET);
        }
        forgotAt = now;
    }

    private RouteTable read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + PostgresRouteStore.COLUMNS + " FROM route")) {
            List<Route> routes = new ArrayList<>();
            while (rows.next()) {
                routes.add(PostgresRouteStore.route(rows));
            }
            return RouteTable.of(routes).only(apis.names());
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    /** Held requests still need the routes while the public port closes. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
