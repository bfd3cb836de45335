package com.rentwave.facade.route;

import com.rentwave.facade.api.MovingApis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The routes in the table {@code route} of the migration database; a trigger keeps the history and notifies. An API that
 * is new in the configuration gets its row here and begins at the monolith.
 */
@Repository
class PostgresRouteStore implements RouteStore {

    static final String COLUMNS = "api, phase, canary_percent, owner, epoch, version";

    private final JdbcClient jdbc;
    private final MovingApis apis;

    /** @throws IllegalStateException when an API has moved of which the configuration knows nothing */
    PostgresRouteStore(JdbcClient jdbc, MovingApis apis) {
        this.jdbc = jdbc;
        this.apis = apis;
        apis.names().forEach(this::begin);
        refuseToForget();
    }

    private void begin(String api) {
        jdbc.sql("INSERT INTO route (api, phase, canary_percent, owner, epoch, version)"
                        + " VALUES (:api, 'LEGACY', 0, 'legacy', 0, 0) ON CONFLICT DO NOTHING")
                .param("api", api)
                .update();
    }

    /** Without its service's address everything of an API would go to the monolith, also where the service owns it. */
    private void refuseToForget() {
        all().stream()
                .filter(route -> route.phase() != Phase.LEGACY && !apis.names().contains(route.api()))
                .findFirst()
                .ifPresent(route -> {
                    throw new IllegalStateException("The route of " + route.api() + " is " + route.phase()
                            + ", but rentwave.apis." + route.api() + ".uri does not say where its service is.");
                });
    }

    @Override
    public RouteTable load() {
        return RouteTable.of(all()).only(apis.names());
    }

    private List<Route> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM route")
                .query((row, n) -> route(row))
                .list();
    }

    @Override
    public Optional<Route> load(String api) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM route WHERE api = :api")
                .param("api", api)
                .query((row, n) -> route(row))
                .optional()
                .filter(route -> apis.names().contains(route.api()));
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
                row.getBigDecimal("canary_percent").movePointRight(2).intValueExact(),
                Owner.of(row.getString("owner")),
                row.getLong("epoch"),
                row.getLong("version"));
    }
}
