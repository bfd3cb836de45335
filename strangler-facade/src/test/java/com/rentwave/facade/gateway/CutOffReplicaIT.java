package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A facade that reaches both sides, but not the migration database, while others move an API. */
class CutOffReplicaIT {

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade("rentwave.hold.time=1s", "spring.datasource.hikari.minimum-idle=1");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection aside =
                        facade.postgres.getDatabase("postgres", "template1").getConnection();
                Statement statement = aside.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void cutOff() throws SQLException {
        execute(
                "ALTER DATABASE postgres ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid, 20000) FROM pg_stat_activity"
                        + " WHERE datname = 'postgres' AND application_name <> 'others'");
    }

    @DisplayName("rule 10: keeps serving by its old routes and does no harm")
    @Test
    void keepsServingByItsOldRoutesAndDoesNoHarm() throws Exception {
        facade.reset();
        facade.route(Phase.SYNCED, Owner.LEGACY, 4);
        try (Connection others = facade.postgres.getPostgresDatabase().getConnection();
                Statement statement = others.createStatement()) {
            statement.execute("SET application_name = 'others'");
            cutOff();
            statement.execute(
                    "UPDATE route SET phase = 'OWNED', owner = 'service', epoch = 5, version = version + 1 WHERE api = 'vehicles'");
        }
        facade.legacy.answers(asked ->
                asked.method().equals("GET") ? Answer.of(200, "legacy") : Answer.of(421, "{}", "RentWave-Epoch", "5"));
        facade.service.answers(asked -> Answer.of(200, "service"));
        Position seen = Position.parse("service:5:7:1:0/1").orElseThrow();
        String token = facade.bean(PositionTokens.class).write(SeenPositions.NONE.and("vehicles", seen, Side.SERVICE));

        HttpResponse<String> read = facade.get("/api/vehicles/1");
        HttpResponse<String> readOfWhoSawMore = facade.get("/api/vehicles/1", Headers.POSITION, token);
        HttpResponse<String> write = facade.send("POST", "/api/vehicles", "{}");

        assertThat(read.body()).isEqualTo("legacy");
        assertThat(readOfWhoSawMore.body()).isEqualTo("service");
        assertThat(write.statusCode()).as(write.body()).isEqualTo(503);
        assertThat(write.headers().firstValue("Retry-After")).isPresent();
        assertThat(facade.service.asked()).noneMatch(asked -> asked.method().equals("POST"));

        execute("ALTER DATABASE postgres ALLOW_CONNECTIONS true");

        await("it follows the others again").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        facade.send("POST", "/api/vehicles", "{}").body())
                .isEqualTo("service"));
    }
}
