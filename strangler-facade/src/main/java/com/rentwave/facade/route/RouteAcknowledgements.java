package com.rentwave.facade.route;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which facades use which version of a route. One that has told nothing for two seconds is gone or cut off, and nobody
 * waits for it: without the migration database its routes' lease ends, and what it sends to a former owner is refused.
 */
@Component
public class RouteAcknowledgements {

    private final JdbcClient jdbc;

    RouteAcknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The living facades that do not use the stored version of the route yet. Blocks. */
    public List<String> missing(String api) {
        return jdbc.sql("""
                        SELECT seen.facade FROM route_seen seen JOIN route ON route.api = seen.api
                        WHERE seen.api = ? AND seen.version < route.version
                          AND seen.at > clock_timestamp() - interval '2 seconds'
                        ORDER BY seen.facade""").param(api).query(String.class).list();
    }
}
