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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A second API moves, to a service of its own, by nothing but configuration. */
class TwoApisIT {

    private static final StandIn RENTALS = new StandIn();
    private static RunningFacade facade;
    private long epoch;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade("rentwave.apis.rentals.uri=" + RENTALS.uri(), "rentwave.hold.time=30s");
    }

    @AfterAll
    static void stop() throws Exception {
        facade.close();
        RENTALS.close();
    }

    @BeforeEach
    void vehiclesHaveMovedAndRentalsHaveNot() {
        facade.reset();
        RENTALS.forget();
        RENTALS.answers(asked -> Answer.of(200, "rentals"));
        epoch = Math.max(facade.epoch("vehicles"), facade.epoch("rentals")) + 1;
        facade.route("vehicles", Phase.OWNED, Owner.SERVICE, epoch);
        facade.route("rentals", Phase.LEGACY, Owner.LEGACY, epoch);
    }

    private static String token(Map<String, String> seen) {
        Map<String, Position> positions = new TreeMap<>();
        seen.forEach(
                (api, position) -> positions.put(api, Position.parse(position).orElseThrow()));
        return facade.bean(PositionTokens.class).write(new SeenPositions(positions));
    }

    private static String position(String side, long epoch, String lsn) {
        return side + ":" + epoch + ":7000000000000000001:1:" + lsn;
    }

    @Test
    void eachGoesToItsOwnOwner() throws Exception {
        assertThat(facade.get("/api/rentals/5").body()).isEqualTo("legacy");
        assertThat(facade.get("/api/vehicles/5").body()).isEqualTo("service");

        facade.route("rentals", Phase.OWNED, Owner.SERVICE, epoch + 1);
        facade.route("vehicles", Phase.LEGACY, Owner.LEGACY, epoch + 1);

        assertThat(facade.get("/api/rentals/5").body()).isEqualTo("rentals");
        assertThat(facade.send("POST", "/api/rentals", "{}").body()).isEqualTo("rentals");
        assertThat(facade.get("/api/vehicles/5").body()).isEqualTo("legacy");
        assertThat(facade.get("/api/wallet").body()).isEqualTo("legacy");
        assertThat(facade.service.asked()).hasSize(1);
    }

    @Test
    void holdsTheWritesOfTheOneThatChangesHandsOnly() throws Exception {
        facade.legacy.answers(asked -> Answer.of(421, "{}", "RentWave-Epoch", Long.toString(epoch + 1)));

        CompletableFuture<HttpResponse<String>> rent = facade.sendAsync("POST", "/api/rentals", "{}");
        await("held").until(() -> facade.holds().held("rentals") == 1);
        assertThat(facade.send("POST", "/api/vehicles", "{}").body()).isEqualTo("service");
        assertThat(facade.holds().held("vehicles")).isZero();
        facade.route("rentals", Phase.OWNED, Owner.SERVICE, epoch + 1);

        assertThat(rent.get(30, TimeUnit.SECONDS).body()).isEqualTo("rentals");
    }

    @DisplayName("rule 22: the monolith decides by its copy of vehicles, the service asks their owner")
    @Test
    void makesTheMonolithWaitForTheVehiclesThatAClientRentsUntilRentalsHaveMoved() throws Exception {
        String seen = position("service", epoch, "0/100");

        facade.send("POST", "/api/rentals", "{}", "RentWave-Position", token(Map.of("vehicles", seen)));
        facade.route("rentals", Phase.OWNED, Owner.SERVICE, epoch + 1);
        facade.send("POST", "/api/rentals", "{}", "RentWave-Position", token(Map.of("vehicles", seen)));

        StandIn.Asked monolith = facade.legacy.asked().get(0);
        assertThat(monolith.header("RentWave-Await")).isEqualTo(seen);
        assertThat(monolith.header("RentWave-Await-Api")).isEqualTo("vehicles");
        assertThat(monolith.header("RentWave-Await-Millis")).isEqualTo("2000");
        assertThat(RENTALS.asked().get(0).header("RentWave-Await")).isNull();
    }

    @Test
    void saysThatNothingWasChangedWhenTheMonolithsCopyOfVehiclesIsBehind() throws Exception {
        facade.legacy.answers(asked -> Answer.of(425, "{}"));

        HttpResponse<String> answer = facade.send(
                "POST",
                "/api/rentals",
                "{}",
                "RentWave-Position",
                token(Map.of("vehicles", position("service", epoch, "0/100"))));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The copy of vehicles is behind. Nothing was changed; try again.");
    }

    @Test
    void waitsForWhatTheClientHasSeenOfTheApiItReadsAndOfNoOther() throws Exception {
        facade.route("rentals", Phase.READS, Owner.LEGACY, epoch);
        String rental = position("legacy", epoch, "0/200");

        facade.get(
                "/api/rentals/5",
                "RentWave-Position",
                token(Map.of("vehicles", position("service", epoch, "0/100"), "rentals", rental)));

        assertThat(RENTALS.asked().get(0).header("RentWave-Await")).isEqualTo(rental);
        assertThat(RENTALS.asked().get(0).header("RentWave-Await-Api")).isEqualTo("rentals");
    }

    @Test
    void tellsTheClientWhatItHasSeenOfEach() throws Exception {
        facade.route("rentals", Phase.OWNED, Owner.SERVICE, epoch);
        String vehicle = position("service", epoch, "0/100");
        String rental = position("service", epoch, "0/900");
        facade.service.answers(asked -> Answer.of(201, "{}", "RentWave-Position", vehicle));
        RENTALS.answers(asked -> Answer.of(201, "{}", "RentWave-Position", rental));

        String first = facade.send("POST", "/api/vehicles", "{}")
                .headers()
                .firstValue("RentWave-Position")
                .orElseThrow();
        String both = facade.send("POST", "/api/rentals", "{}", "RentWave-Position", first)
                .headers()
                .firstValue("RentWave-Position")
                .orElseThrow();

        SeenPositions seen = facade.bean(PositionTokens.class).read(both);
        assertThat(seen.of("vehicles").orElseThrow()).hasToString(vehicle);
        assertThat(seen.of("rentals").orElseThrow()).hasToString(rental);
    }

    @Test
    void oneServiceThatIsDownIsNamedAndTakesNobodyAlong() throws Exception {
        facade.route("rentals", Phase.OWNED, Owner.SERVICE, epoch + 1);
        RENTALS.answers(asked -> Answer.hangUp());
        HttpResponse<String> answer = await("it is no longer asked")
                .until(() -> facade.get("/api/rentals/5"), refused -> refused.statusCode() == 503);

        assertThat(answer.body()).contains("The rental service does not answer at the moment.");
        assertThat(facade.get("/api/vehicles/5").body()).isEqualTo("service");
        assertThat(facade.get("/api/wallet").body()).isEqualTo("legacy");
        RENTALS.answers(asked -> Answer.of(200, "rentals"));
        await("asked again").until(() -> facade.get("/api/rentals/5").statusCode() == 200);
    }
}
