package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.shadow.Cause;
import com.rentwave.facade.shadow.ShadowEvidence;
import com.rentwave.facade.shadow.Tally;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ShadowIT {

    private static final String AT = "legacy:0:7000000000000000001:1:0/1A2B3C8";

    @AutoClose
    private static RunningFacade facade;

    private Tally before;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade(
                "rentwave.shadow.enabled=true",
                "rentwave.shadow.in-flight=1",
                "rentwave.shadow.queue=2",
                "rentwave.shadow.latest=1m",
                "rentwave.shadow.flush-every=20ms");
    }

    @BeforeEach
    void shadow() {
        facade.reset();
        facade.route(Phase.SHADOW, Owner.LEGACY, facade.epoch());
        answer(facade.legacy, 4500);
        answer(facade.service, 4500);
        before = seen();
    }

    private static void answer(StandIn side, int price) {
        side.answers(asked -> asked.uri().equals("/jwks")
                ? Answer.of(200, facade.jwks(), "Content-Type", "application/json")
                : Answer.of(
                        200,
                        "{\"id\":5,\"note\":\"Ann's car\",\"pricePerDay\":" + price + "}",
                        "Content-Type",
                        "application/json",
                        "RentWave-Position",
                        AT));
    }

    private static Tally seen() {
        return facade.bean(ShadowEvidence.class).seen("vehicles", Duration.ofMinutes(30));
    }

    private void untilSeen(long matched, long mismatched) {
        await("compared")
                .until(() -> seen().matched() == before.matched() + matched
                        && seen().mismatched() == before.mismatched() + mismatched);
    }

    @Test
    void repeatsAReadAtTheOtherSideAtTheSamePosition() throws Exception {
        facade.get("/api/vehicles/5?x=1", "Authorization", "Bearer " + facade.token(), "If-None-Match", "\"0-a\"");

        untilSeen(1, 0);
        assertThat(facade.service.asked()).hasSize(1);
        StandIn.Asked copy = facade.service.asked().get(0);
        assertThat(copy.uri()).isEqualTo("/api/vehicles/5?x=1");
        assertThat(copy.header("RentWave-Await")).isEqualTo(AT);
        assertThat(copy.header("If-None-Match")).isEqualTo("\"0-a\"");
        assertThat(copy.header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void keepsAMismatchWithItsCauseAndNobodysData() throws Exception {
        facade.service.answers(asked -> Answer.of(
                200,
                "{\"id\":5,\"note\":\"Bob's car\",\"pricePerDay\":4500}",
                "Content-Type",
                "application/json",
                "RentWave-Position",
                AT));

        HttpResponse<String> answer = facade.get("/api/vehicles/5?q=secret");

        untilSeen(0, 1);
        assertThat(answer.body()).contains("Ann's car");
        Cause cause = facade.bean(ShadowEvidence.class).causes("vehicles").stream()
                .filter(one -> one.cause().equals("body note"))
                .findFirst()
                .orElseThrow();
        assertThat(cause.seen()).isEqualTo(1);
        assertThat(cause.examples().get(0).path()).startsWith("/api/vehicles/5?q=‹6 characters, ");
        assertThat(cause.toString()).doesNotContain("Ann", "Bob", "secret");
    }

    /** It answers with a page of its own that there is nothing, until the application is there. */
    @Test
    void doesNotTakeAServerThatStartsForOneThatDisagrees() throws Exception {
        facade.service.answers(asked -> Answer.of(404, "<html>Not Found</html>", "Content-Type", "text/html"));
        facade.get("/api/vehicles/5");
        await("the first").until(() -> seen().unanswered() == before.unanswered() + 1);
        facade.service.answers(asked -> Answer.of(503, "{}", "Content-Type", "application/problem+json"));
        facade.get("/api/vehicles/5");

        await("the second").until(() -> seen().unanswered() == before.unanswered() + 2);
        assertThat(seen().mismatched()).isEqualTo(before.mismatched());
    }

    @Test
    void groupsMismatchesByTheirCause() throws Exception {
        answer(facade.service, 4600);

        facade.get("/api/vehicles/5");
        untilSeen(0, 1);
        facade.get("/api/vehicles/7");
        untilSeen(0, 2);

        assertThat(facade.bean(ShadowEvidence.class).causes("vehicles"))
                .filteredOn(cause -> cause.cause().equals("body pricePerDay"))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.seen()).isEqualTo(2);
                    assertThat(cause.examples()).hasSize(2);
                    assertThat(cause.examples().get(0).lines())
                            .containsExactly("pricePerDay: legacy 4500, service 4600");
                });
    }

    @Test
    void neverMakesAUserWaitAndCountsWhatItDrops() throws Exception {
        facade.service.answersLater(asked -> Mono.never());
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            answers.add(facade.sendAsync("GET", "/api/vehicles/" + i, null));
        }

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        await("drops are counted").until(() -> seen().dropped() - before.dropped() >= 90);
        answer(facade.service, 4500);
        await("the places are free again")
                .atMost(Duration.ofSeconds(20))
                .until(() -> seen().dropped() + seen().matched() + seen().unanswered()
                        >= before.dropped() + before.matched() + before.unanswered() + 100);
    }

    /** Who looks only at how many agreed must not take these for compared. */
    @Test
    void countsAsDroppedWhatCannotBeCompared() throws Exception {
        facade.legacy.answers(asked -> Answer.of(200, "x".repeat(300 * 1024)));
        facade.get("/api/vehicles/5");
        facade.legacy.answers(asked -> Answer.of(200, "packed", "Content-Encoding", "gzip"));
        facade.get("/api/vehicles/6");

        await("both are counted").until(() -> seen().dropped() == before.dropped() + 2);
        assertThat(facade.service.asked()).isEmpty();
    }

    @Test
    void copiesNoWriteAndNothingBeforeTheShadowPhase() throws Exception {
        facade.send("POST", "/api/vehicles", "{}");
        facade.route(Phase.SYNCED, Owner.LEGACY, facade.epoch());
        facade.get("/api/vehicles");
        facade.route(Phase.SHADOW, Owner.LEGACY, facade.epoch());
        facade.get("/api/vehicles/1");

        untilSeen(1, 0);
        assertThat(facade.service.asked()).extracting(StandIn.Asked::uri).containsExactly("/api/vehicles/1");
    }

    @Test
    void comparesTheServicesAnswersWithTheOwnersWhenTheServiceReads() throws Exception {
        facade.route(Phase.READS, Owner.LEGACY, facade.epoch());
        facade.legacy.forget();
        answer(facade.legacy, 4500);

        facade.get("/api/vehicles/5");

        untilSeen(1, 0);
        assertThat(facade.legacy.asked()).hasSize(1);
        assertThat(facade.service.asked()).hasSize(1);
    }

    @Test
    void rehearsesWithoutAnyUser() throws Exception {
        Tally rehearsed = facade.bean(ShadowEvidence.class).rehearse("vehicles");

        assertThat(rehearsed.matched()).isGreaterThanOrEqualTo(20);
        assertThat(rehearsed.mismatched()).isZero();
        await("stored").until(() -> seen().matched() >= before.matched() + rehearsed.matched());
    }
}
