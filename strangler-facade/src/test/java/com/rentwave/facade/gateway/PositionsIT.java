package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.sync.Position;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PositionsIT {

    private static RunningFacade facade;
    private long epoch;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
    }

    @AfterAll
    static void stop() throws Exception {
        facade.close();
    }

    @BeforeEach
    void startFromReads() {
        facade.reset();
        epoch = facade.epoch() + 1;
        facade.route(Phase.READS, Owner.LEGACY, epoch);
    }

    private static String position(String side, long epoch, String lsn) {
        return side + ":" + epoch + ":7000000000000000001:1:" + lsn;
    }

    private static String token(String position) {
        return facade.bean(PositionTokens.class)
                .write(new SeenPositions(
                        Map.of("vehicles", Position.parse(position).orElseThrow())));
    }

    private static Position told(HttpResponse<?> answer) {
        String token = answer.headers().firstValue("RentWave-Position").orElseThrow();
        return facade.bean(PositionTokens.class).read(token).of("vehicles").orElseThrow();
    }

    @Test
    void givesTheClientASignedTokenAndNotTheBackendsPosition() throws Exception {
        String written = position("legacy", epoch, "0/100");
        facade.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", written, "RentWave-Epoch", "9"));

        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}");

        assertThat(told(answer).toString()).isEqualTo(written);
        assertThat(answer.headers().allValues("RentWave-Position")).hasSize(1).doesNotContain(written);
        assertThat(answer.headers().firstValue("RentWave-Epoch")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void givesABrowserTheTokenAsACookieThatPagesCannotRead() throws Exception {
        facade.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", position("legacy", epoch, "0/100")));

        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}", "Cookie", "theme=dark");

        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("rw_pos=").contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=120");
        HttpResponse<String> read = facade.get("/api/vehicles", "Cookie", "theme=dark; " + cookie.split(";")[0]);
        assertThat(read.body()).isEqualTo("service");
        assertThat(facade.service.asked().get(0).header("RentWave-Await"))
                .isEqualTo(position("legacy", epoch, "0/100"));
        assertThat(facade.service.asked().get(0).header("Cookie")).isEqualTo("theme=dark");
    }

    /** Who has only looked at things so far is not sent back in time either when another side begins to answer. */
    @Test
    void givesABrowserTheTokenBeforeItHasAnyOtherCookie() throws Exception {
        facade.service.answers(
                asked -> Answer.of(200, "seen", "RentWave-Position", position("legacy", epoch, "0/100")));

        HttpResponse<String> browser = facade.get("/api/vehicles", "Sec-Fetch-Site", "same-origin");
        HttpResponse<String> script = facade.get("/api/vehicles");

        assertThat(browser.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("rw_pos=");
        assertThat(script.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @DisplayName("rule 10: asks the copy to have what the client has seen")
    @Test
    void asksTheCopyToHaveWhatTheClientHasSeen() throws Exception {
        String seen = position("legacy", epoch, "0/100");

        facade.get("/api/vehicles/1", "RentWave-Position", token(seen));

        StandIn.Asked asked = facade.service.asked().get(0);
        assertThat(asked.header("RentWave-Await")).isEqualTo(seen);
        assertThat(asked.header("RentWave-Await-Millis")).isEqualTo("60");
        assertThat(asked.header("RentWave-Position")).isNull();
    }

    @DisplayName("rule 31: who reads the list of notifications reads at least what they are about, whoever answers")
    @Test
    void asksTheCopyToHaveWhatNotificationsAreAbout() throws Exception {
        String reached = position("legacy", epoch, "0/300");
        facade.legacy.answers(
                asked -> Answer.of(200, "news", "RentWave-Positions", "rentals=nothing vehicles=" + reached));
        String bearer = "Bearer " + facade.token("31", Instant.now().plusSeconds(600));

        HttpResponse<String> news = facade.get("/api/notifications", "Authorization", bearer);
        facade.get("/api/vehicles/1", "Authorization", bearer);
        facade.get(
                "/api/vehicles/1",
                "RentWave-Position",
                news.headers().firstValue("RentWave-Position").orElseThrow());

        assertThat(news.headers().firstValue("RentWave-Positions")).isEmpty();
        assertThat(facade.service.asked())
                .as("by what this facade remembers, and by what the client brings along to any facade")
                .extracting(asked -> asked.header("RentWave-Await"))
                .containsExactly(reached, reached);
    }

    @DisplayName("rules 10 and 21: reads from the owner when the copy is behind")
    @Test
    void readsFromTheOwnerWhenTheCopyIsBehind() throws Exception {
        facade.service.answers(asked -> Answer.of(425, "{\"status\":425}", "Content-Type", "application/problem+json"));

        HttpResponse<String> answer =
                facade.get("/api/vehicles/1", "RentWave-Position", token(position("legacy", epoch, "0/100")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("legacy");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
        assertThat(facade.legacy.asked().get(0).header("RentWave-Await")).isNull();
    }

    @DisplayName("rule 10: nobody gets an answer older than what he has seen, even from a copy that does not wait")
    @Test
    void readsFromTheOwnerWhenTheCopyAnswersWithSomethingOlder() throws Exception {
        facade.service.answers(
                asked -> Answer.of(200, "older", "RentWave-Position", position("legacy", epoch, "0/FF")));
        String seen = token(position("legacy", epoch, "0/100"));

        assertThat(facade.get("/api/vehicles/1", "RentWave-Position", seen).body())
                .isEqualTo("legacy");
        facade.service.answers(
                asked -> Answer.of(200, "as new", "RentWave-Position", position("legacy", epoch, "0/100")));
        assertThat(facade.get("/api/vehicles/1", "RentWave-Position", seen).body())
                .isEqualTo("as new");
        assertThat(facade.legacy.asked()).hasSize(1);
    }

    @Test
    void asksTheOwnerForNothing() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);

        facade.get("/api/vehicles/1", "RentWave-Position", token(position("legacy", epoch, "0/100")));

        assertThat(facade.service.asked().get(0).header("RentWave-Await")).isNull();
    }

    @Test
    void believesNeitherAForgedTokenNorHeadersFromOutside() throws Exception {
        String token = token(position("legacy", epoch, "0/100"));

        facade.get(
                "/api/vehicles/1",
                "RentWave-Position",
                "x" + token,
                "RentWave-Await",
                position("legacy", epoch, "0/999"),
                "RentWave-Await-Millis",
                "5000",
                "X-Forwarded-For",
                "1.2.3.4",
                "Forwarded",
                "for=1.2.3.4");

        assertThat(facade.service.asked().get(0).headers())
                .doesNotContainKeys(
                        "RentWave-Await", "RentWave-Await-Millis", "RentWave-Position", "X-Forwarded-For", "Forwarded");
    }

    @DisplayName("rule 10: a facade that has not heard of a flip learns of it from the client")
    @Test
    void readsTheRoutesAgainWhenTheClientHasSeenALaterEpoch() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        String seen = position("legacy", epoch + 2, "0/200");
        try (Connection connection = facade.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE route DISABLE TRIGGER route_changed");
            statement.execute(
                    "UPDATE route SET phase = 'LEGACY', owner = 'legacy', epoch = epoch + 1, version = version + 1");
            statement.execute("ALTER TABLE route ENABLE TRIGGER route_changed");
        }

        HttpResponse<String> answer = facade.get("/api/vehicles/1", "RentWave-Position", token(seen));

        assertThat(answer.body()).isEqualTo("legacy");
        assertThat(facade.service.asked()).isEmpty();
    }

    /** The answer of a read that was asked for before the write may come after the write's. */
    @Test
    void remembersAWriteForAClientThatBringsNothingAlong() throws Exception {
        String written = position("legacy", epoch, "0/300");
        facade.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", written));
        String authorization = "Bearer " + facade.token("77", Instant.now().plusSeconds(60));
        facade.send("POST", "/api/vehicles", "{}", "Authorization", authorization);

        facade.get("/api/vehicles", "Authorization", authorization);
        facade.get(
                "/api/vehicles",
                "Authorization",
                "Bearer " + facade.token("78", Instant.now().plusSeconds(60)));

        assertThat(facade.service.asked().get(0).header("RentWave-Await")).isEqualTo(written);
        assertThat(facade.service.asked().get(1).header("RentWave-Await")).isNull();
    }

    /** Committed, then fenced, then answered: the old owner tells the position of its copy, which says nothing about the write. */
    @Test
    void keepsAWritesAnswerBackUntilTheFenceThatOvertookItHasEnded() throws Exception {
        facade.legacy.answers(
                asked -> Answer.of(201, "made", "RentWave-Position", position("service", epoch - 1, "0/50")));

        CompletableFuture<HttpResponse<String>> answer = facade.sendAsync("POST", "/api/vehicles", "{}");
        await("sent").until(() -> !facade.legacy.asked().isEmpty());
        await("counted among the held").until(() -> facade.holds().held("vehicles") == 1);
        assertThat(facade.get("/api/vehicles").body()).isEqualTo("service");
        assertThat(answer).isNotDone();
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);

        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(facade.holds().held("vehicles")).isZero();
        assertThat(facade.legacy.asked()).hasSize(1);
    }

    @Test
    void asksWhereTheClientSawItWhenTheRoutesCannotBeNewEnough() throws Exception {
        HttpResponse<String> answer =
                facade.get("/api/vehicles/1", "RentWave-Position", token(position("legacy", epoch + 9, "0/1")));

        assertThat(answer.body()).isEqualTo("legacy");
    }

    @Test
    void whoeverHasSeenThatAThingIsGoneAsksTheCopyForThatPosition() throws Exception {
        String deleted = position("legacy", epoch, "0/300");
        facade.service.answers(asked -> Answer.of(404, "gone", "RentWave-Position", deleted));
        facade.legacy.answers(asked -> Answer.of(404, "gone", "RentWave-Position", deleted));

        HttpResponse<String> answer = facade.get("/api/vehicles/1");

        assertThat(told(answer).toString()).isEqualTo(deleted);
    }

    @Test
    void keepsTheLaterOfTwoPositions() throws Exception {
        String seen = position("legacy", epoch, "0/200");
        Answer old = Answer.of(200, "old", "RentWave-Position", position("legacy", epoch, "0/100"));
        facade.service.answers(asked -> old);
        facade.legacy.answers(asked -> old);

        HttpResponse<String> answer = facade.get("/api/vehicles/1", "RentWave-Position", token(seen));

        assertThat(told(answer).toString()).isEqualTo(seen);
    }

    @DisplayName("rule 22: who decides by another API's rows waits for what the client has seen of them")
    @Test
    void makesTheMonolithWaitForTheVehiclesThatAClientRents() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        String seen = position("service", epoch + 1, "0/100");

        facade.send("POST", "/api/rentals", "{}", "RentWave-Position", token(seen));
        facade.get("/api/rentals", "RentWave-Position", token(seen));
        facade.get("/api/wallet", "RentWave-Position", token(seen));

        assertThat(facade.legacy.asked()).hasSize(3);
        assertThat(facade.legacy.asked().get(0).header("RentWave-Await")).isEqualTo(seen);
        assertThat(facade.legacy.asked().get(0).header("RentWave-Await-Millis")).isEqualTo("2000");
        assertThat(facade.legacy.asked().get(1).header("RentWave-Await")).isEqualTo(seen);
        assertThat(facade.legacy.asked().get(2).header("RentWave-Await")).isNull();
    }

    @Test
    void saysThatNothingWasChangedWhenTheCopyOfVehiclesIsBehind() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, epoch + 1);
        facade.legacy.answers(asked -> Answer.of(425, "{}"));

        HttpResponse<String> answer = facade.send(
                "POST", "/api/rentals", "{}", "RentWave-Position", token(position("service", epoch + 1, "0/100")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:unavailable\",\"title\":\"Not available\",\"status\":503,"
                                + "\"detail\":\"The copy of vehicles is behind. Nothing was changed; try again.\",\"instance\":\"/api/rentals\"}");
    }
}
