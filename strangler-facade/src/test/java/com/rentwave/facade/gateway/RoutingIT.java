package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.traffic.TrafficMeter;
import com.rentwave.facade.traffic.TrafficPoint;
import com.rentwave.sync.Side;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoutingIT {

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
    }

    @BeforeEach
    void reset() {
        facade.reset();
    }

    @Test
    void sendsEverythingToTheMonolithInPhaseLegacy() throws Exception {
        facade.route(Phase.LEGACY, Owner.LEGACY, facade.epoch());

        assertThat(facade.get("/api/vehicles?limit=3").body()).isEqualTo("legacy");
        assertThat(facade.get("/").body()).isEqualTo("legacy");
        assertThat(facade.send("POST", "/api/vehicles", "{}").body()).isEqualTo("legacy");

        assertThat(facade.legacy.asked()).extracting(StandIn.Asked::uri).contains("/api/vehicles?limit=3", "/");
        assertThat(facade.service.asked()).isEmpty();
    }

    @Test
    void sendsReadsToTheServiceAndWritesToTheMonolithInPhaseReads() throws Exception {
        facade.route(Phase.READS, Owner.LEGACY, facade.epoch());

        assertThat(facade.get("/api/vehicles").body()).isEqualTo("service");
        assertThat(facade.send("POST", "/api/vehicles", "{}").body()).isEqualTo("legacy");
    }

    @Test
    void sendsTheApiToTheServiceInPhaseOwned() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, facade.epoch() + 1);

        assertThat(facade.get("/api/vehicles/1").body()).isEqualTo("service");
        assertThat(facade.send("PUT", "/api/vehicles/1", "{}").body()).isEqualTo("service");
        assertThat(facade.get("/api/vehiclesque").body()).isEqualTo("legacy");
        assertThat(facade.get("/api/rentals").body()).isEqualTo("legacy");
    }

    @Test
    void countsWhatEachSideAnsweredOfTheApisThatMove() throws Exception {
        facade.route(Phase.READS, Owner.LEGACY, facade.epoch());
        facade.service.answers(asked -> StandIn.Answer.of(500, "broken"));

        facade.get("/api/vehicles");
        facade.send("POST", "/api/vehicles", "{}");
        facade.get("/api/books");

        await("the second is over").untilAsserted(() -> {
            assertThat(points("vehicles", Side.SERVICE)).anyMatch(point -> point.reads() > 0 && point.failures() == 1);
            assertThat(points("vehicles", Side.LEGACY)).anyMatch(point -> point.writes() > 0);
        });
        assertThat(points("books", Side.LEGACY)).allMatch(point -> point.reads() == 0);
    }

    private static List<TrafficPoint> points(String api, Side side) {
        return facade.bean(TrafficMeter.class)
                .lately(api, side, 60, Duration.ofSeconds(1))
                .points();
    }

    @DisplayName("rule 31: what a notification links to is there, although the copy does not have it yet")
    @Test
    void asksTheOwnerForWhatTheCopyDoesNotHave() throws Exception {
        facade.route(Phase.READS, Owner.LEGACY, facade.epoch());
        facade.service.answers(asked -> StandIn.Answer.of(404, "copy", "Content-Type", "application/problem+json"));

        HttpResponse<String> answer = facade.get("/api/vehicles/9");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("legacy");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    @DisplayName("rule 31: what the owner does not have either is not there")
    @Test
    void saysThatThereIsNothingWhenTheOwnerHasNothing() throws Exception {
        facade.route(Phase.READS, Owner.LEGACY, facade.epoch());
        facade.service.answers(asked -> StandIn.Answer.of(404, "copy", "Content-Type", "application/problem+json"));
        facade.legacy.answers(asked -> StandIn.Answer.of(404, "owner", "Content-Type", "application/problem+json"));

        HttpResponse<String> answer = facade.get("/api/vehicles/9");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("owner");
        assertThat(facade.service.asked()).hasSize(1);
    }

    @Test
    void takesTheOwnersWordThatThereIsNothing() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, facade.epoch() + 1);
        facade.service.answers(asked -> StandIn.Answer.of(404, "owner", "Content-Type", "application/problem+json"));

        assertThat(facade.get("/api/vehicles/9").statusCode()).isEqualTo(404);
        assertThat(facade.legacy.asked()).isEmpty();
    }
}
