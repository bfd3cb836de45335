package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteAcknowledgements;
import com.rentwave.facade.route.RouteTables;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two facades of which a client meets now the one, now the other. */
class TwoFacadesIT {

    private static RunningFacade first;
    private static RunningFacade second;
    private static String nameOfTheSecond;

    private long epoch;

    @BeforeAll
    static void start() throws Exception {
        first = new RunningFacade();
        await("the first tells which routes it uses").until(() -> names().size() == 1);
        List<String> before = names();
        second = first.beside();
        await("the second tells it, too").until(() -> names().size() == 2);
        nameOfTheSecond = names().stream()
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        second.close();
        first.close();
    }

    @BeforeEach
    void startFromReads() {
        first.reset();
        epoch = first.epoch() + 1;
        first.route(Phase.READS, Owner.LEGACY, epoch);
        await("both use it").until(() -> missing().isEmpty());
    }

    private static List<String> names() throws SQLException {
        try (Connection connection = first.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT DISTINCT facade FROM route_seen WHERE api = 'vehicles'")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static List<String> missing() {
        return first.bean(RouteAcknowledgements.class).missing("vehicles");
    }

    private static long version(RunningFacade facade) {
        return facade.bean(RouteTables.class)
                .current()
                .route("vehicles")
                .orElseThrow()
                .version();
    }

    @Test
    void aRouteCountsAsUsedOnlyWhenBothHaveSaidSo() throws Exception {
        try (Connection aside = first.postgres.getPostgresDatabase().getConnection();
                Statement statement = aside.createStatement()) {
            aside.setAutoCommit(false);
            statement.execute("SELECT 1 FROM route_seen WHERE facade = '" + nameOfTheSecond + "' FOR UPDATE");
            first.route(Phase.OWNED, Owner.SERVICE, epoch + 1);

            await("the first has said so, the second cannot")
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> missing().equals(List.of(nameOfTheSecond)));
            aside.rollback();
        }

        await("both have said so").until(() -> missing().isEmpty());
        assertThat(version(second)).isEqualTo(version(first));
    }

    @Test
    void theOneAsksForWhatTheClientHasWrittenThroughTheOther() throws Exception {
        String written = "legacy:" + epoch + ":7000000000000000001:1:0/300";
        first.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", written));
        String authorization = "Bearer " + first.token("41", Instant.now().plusSeconds(60));
        HttpResponse<String> made =
                first.send("POST", "/api/vehicles", "{}", "Authorization", authorization, "Cookie", "theme=dark");
        String cookie = made.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        second.get("/api/vehicles/1", "Cookie", cookie);
        second.get(
                "/api/vehicles/1",
                "RentWave-Position",
                made.headers().firstValue("RentWave-Position").orElseThrow());

        assertThat(first.service.asked())
                .extracting(asked -> asked.header("RentWave-Await"))
                .containsExactly(written, written);
    }
}
