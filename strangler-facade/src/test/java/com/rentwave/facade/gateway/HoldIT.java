package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.hold.HoldSummary;
import com.rentwave.facade.hold.HoldWindow;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldIT {

    private static final int PLACES = 3;

    @AutoClose
    private static RunningFacade facade;

    private long epoch;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade("rentwave.hold.requests=" + PLACES, "rentwave.hold.time=12s");
    }

    @BeforeEach
    void startFromReads() {
        facade.reset();
        epoch = facade.epoch();
        facade.route(Phase.READS, Owner.LEGACY, epoch);
    }

    private static Answer notOwner(long epoch) {
        return Answer.of(421, "{\"status\":421}", "RentWave-Epoch", Long.toString(epoch));
    }

    private static void untilHeld(int count) {
        await("held requests").until(() -> facade.holds().held("vehicles") == count);
    }

    private static CompletableFuture<HttpResponse<String>> write() {
        return facade.sendAsync("POST", "/api/vehicles", "{\"make\":\"Saab\"}", "Content-Type", "application/json");
    }

    @DisplayName("rule 7: sends a refused write to the new owner with the same key and bytes")
    @Test
    void sendsARefusedWriteToTheNewOwnerWithTheSameKeyAndBytes() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        facade.service.answers(asked -> Answer.of(201, "made", "Location", "/api/vehicles/2"));

        CompletableFuture<HttpResponse<String>> answer = write();
        untilHeld(1);
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);

        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(answer.get().headers().firstValue("Location")).contains("/api/vehicles/2");
        StandIn.Asked refused = facade.legacy.asked().get(0);
        StandIn.Asked made = facade.service.asked().get(0);
        assertThat(made.header("Idempotency-Key")).isNotEmpty().isEqualTo(refused.header("Idempotency-Key"));
        assertThat(made.text()).isEqualTo(refused.text()).isEqualTo("{\"make\":\"Saab\"}");
        assertThat(facade.holds().held("vehicles")).isZero();
    }

    @Test
    void keepsTheKeyThatTheClientChose() throws Exception {
        facade.send("POST", "/api/vehicles", "{}", "Idempotency-Key", "mine");

        assertThat(facade.legacy.asked().get(0).header("Idempotency-Key")).isEqualTo("mine");
    }

    @Test
    void sendsAHeldWriteBackToTheOldOwnerWhenTheCutoverIsAborted() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        CompletableFuture<HttpResponse<String>> answer = write();
        untilHeld(1);

        facade.legacy.answers(asked -> Answer.of(201, "made"));
        facade.route(Phase.READS, Owner.LEGACY, epoch + 1);

        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(facade.service.asked()).isEmpty();
    }

    @Test
    void followsTwoFlipsInOneHold() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        facade.service.answers(asked -> notOwner(epoch + 2));
        CompletableFuture<HttpResponse<String>> answer = write();
        untilHeld(1);
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        await("refused by the service").until(() -> facade.service.asked().size() == 1);
        facade.legacy.answers(asked -> Answer.of(201, "made"));

        facade.route(Phase.LEGACY, Owner.LEGACY, epoch + 2);

        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(facade.service.asked()).hasSize(1);
        assertThat(facade.legacy.asked()).hasSize(2);
        assertThat(facade.legacy.asked())
                .extracting(asked -> asked.header("Idempotency-Key"))
                .containsOnly(facade.service.asked().get(0).header("Idempotency-Key"));
    }

    @Test
    void asksTheNamedOwnerAgainWhenItsDatabaseIsLaterThanTheTable() throws Exception {
        List<Integer> answers = new ArrayList<>();
        facade.legacy.answers(asked -> {
            answers.add(answers.size());
            return answers.size() < 3 ? notOwner(epoch) : Answer.of(201, "made");
        });

        HttpResponse<String> answer = write().get(30, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(facade.legacy.asked()).hasSize(3);
    }

    @Test
    void followsARouteThatAnotherProcessStored() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        CompletableFuture<HttpResponse<String>> answer = write();
        untilHeld(1);

        try (Connection connection = facade.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE route SET phase = 'OWNED', owner = 'service', epoch = epoch + 1, version = version + 1");
        }

        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("service");
    }

    @DisplayName("rule 27: the hold is bounded, so a fence that nobody ends is an answer and not a hang")
    @Test
    void endsAHoldWithAProblemWhenNobodyBecomesOwner() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));

        HttpResponse<String> answer = write().get(60, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:unavailable\",\"title\":\"Not available\",\"status\":503,"
                                + "\"detail\":\"The vehicles are changing hands. Nothing was changed; try again.\",\"instance\":\"/api/vehicles\"}");
        assertThat(facade.holds().held("vehicles")).isZero();
    }

    @Test
    void refusesMoreThanTheBoundAtOnce() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            held.add(write());
        }
        untilHeld(PLACES);

        HttpResponse<String> refused = write().get(30, TimeUnit.SECONDS);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(held).as("those that have a place").noneMatch(CompletableFuture::isDone);
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        for (CompletableFuture<HttpResponse<String>> answer : held) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(facade.holds().held("vehicles")).isZero();
    }

    @Test
    void freesThePlaceOfAClientThatGoesAway() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        try (Socket client = new Socket("127.0.0.1", facade.port())) {
            client.getOutputStream()
                    .write("POST /api/vehicles HTTP/1.1\r\nHost: rentwave\r\nContent-Length: 2\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
            untilHeld(1);
        }

        await("the place is free long before the hold ends")
                .atMost(Duration.ofSeconds(6))
                .until(() -> facade.holds().held("vehicles") == 0);
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        assertThat(facade.service.asked()).isEmpty();
    }

    @Test
    void leavesReadsUntouchedWhileWritesAreHeld() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        CompletableFuture<HttpResponse<String>> held = write();
        untilHeld(1);

        assertThat(facade.get("/api/vehicles").body()).isEqualTo("service");

        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        assertThat(held.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void holdsAWriteAtOnceWhenTheTableNamesNobody() throws Exception {
        facade.route(Phase.READS, Owner.NOBODY, epoch + 1);
        CompletableFuture<HttpResponse<String>> answer = write();
        untilHeld(1);

        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);

        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("service");
        assertThat(facade.legacy.asked()).isEmpty();
    }

    @Test
    void countsTheHeldRequestsOfAWindow() throws Exception {
        facade.legacy.answers(asked -> notOwner(epoch + 1));
        try (HoldWindow window = facade.holds().openWindow("vehicles")) {
            assertThat(window.summary()).isEqualTo(HoldSummary.NONE);
            CompletableFuture<HttpResponse<String>> first = write();
            CompletableFuture<HttpResponse<String>> second = write();
            untilHeld(2);
            facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);

            assertThat(window.summary().held()).isEqualTo(2);
            assertThat(window.summary().longestMillis()).isBetween(1L, 12_000L);
        }
    }
}
