package com.rentwave.facade.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The routes in the table {@code route} of the migration database; a trigger keeps the history and notifies. */
@Repository
class PostgresRouteStore implements RouteStore {

    static final String COLUMNS = "api, phase, canary_percent, owner, epoch, version";

    private final JdbcClient jdbc;

    PostgresRouteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RouteTable load() {
        return RouteTable.of(jdbc.sql("SELECT " + COLUMNS + " FROM route")
                .query((row, n) -> route(row))
                .list());
    }

    @Override
    public Optional<Route> load(String api) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM route WHERE api = :api")
                .param("api", api)
                .query((row, n) -> route(row))
                .optional();
    }

    @Override
    public boolean compareAndSet(Route next) {
        return jdbc.sql("""
                        UPDATE route SET phase = :phase, canary_percent = :percent, owner = :owner, epoch = :epoch,
                               version = :version, changed_at = clock_timestamp()
                        WHERE api = :api AND version = :version - 1""")
                        .param("phase", next.phase().name())
                        .param("percent", next.canaryPercent())
                        .param("owner", next.owner().word())
                        .param("epoch", next.epoch())
                        .param("version", next.version())
                        .param("api", next.api())
                        .update()
                == 1;
    }

    static Route route(ResultSet row) throws SQLException {
        return new Route(
                row.getString("api"),
                Phase.valueOf(row.getString("phase")),
                row.getInt("canary_percent"),
                Owner.of(row.getString("owner")),
                row.getLong("epoch"),
                row.getLong("version"));
    }
}
