package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom the facade asks, and for which position, when a client has seen one. */
class PositionsIT extends WithPositions {

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
