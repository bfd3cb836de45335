package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.legacy.Call.Reply;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another service that rents is told about things on offer. */
class OffersIT {

    private static Person owner;

    private final TestDatabase database = RunningMonolith.get().database();

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
    }

    @BeforeEach
    void ownVehicles() {
        database.own("legacy", 0);
    }

    @AfterAll
    static void ownAsAtFirst() {
        RunningMonolith.get().database().ownAsAtFirst();
    }

    @Test
    void tellsTheTermsOfEveryKindOfThing() {
        long advert = Samples.advert(owner, Samples.newBook(owner)).id();

        assertThat(Internal.offer("vehicle", vehicle(owner)).send().body())
                .isEqualTo("{\"title\":\"Volkswagen Golf\",\"ownerId\":" + owner.id()
                        + ",\"pricePerDay\":4500,\"lateFeePerDay\":9000,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30,"
                        + "\"available\":true}");
        assertThat(Internal.offer("book", advert).send().body())
                .isEqualTo("{\"title\":\"The Hunger Games\",\"ownerId\":" + owner.id()
                        + ",\"pricePerDay\":150,\"lateFeePerDay\":300,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30,"
                        + "\"available\":true}");
        assertThat(Internal.offer("room", Samples.room(owner).id()).send().body())
                .isEqualTo("{\"title\":\"Quiet room by the canal\",\"ownerId\":" + owner.id()
                        + ",\"pricePerDay\":5200,\"lateFeePerDay\":7000,\"currency\":\"SEK\",\"minDays\":2,\"maxDays\":14,"
                        + "\"available\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "vehicle, 999999999, There is no vehicle 999999999.",
        "book, 999999999, There is no advert 999999999.",
        "room, 999999999, There is no room 999999999.",
        "room, 07, There is no room 07.",
        "boat, 1, There is nothing at this address."
    })
    void saysWhatIsNotThere(String type, String id, String detail) {
        Reply reply = Internal.offer(type, id).send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.member("detail")).isEqualTo(detail);
    }

    @DisplayName("rule 22: whoever decides by a vehicle hears of it from its owner, not from a copy")
    @Test
    void answersForNoVehicleThatItDoesNotOwn() {
        long vehicle = vehicle(owner);
        long room = Samples.room(owner).id();
        database.own("nobody", 4);

        for (Object id : List.of(vehicle, 999_999_999)) {
            Reply reply = Internal.offer("vehicle", id).send();
            assertThat(reply.status()).isEqualTo(421);
            assertThat(reply.problem()).isEqualTo("not-owner");
            assertThat(reply.header("RentWave-Epoch")).isEqualTo("4");
        }
        assertThat(Internal.offer("room", room).send().status()).isEqualTo(200);
    }

    @DisplayName("rules 1 and 22: an answer that waits for the fence is none of the old owner's")
    @Test
    void answersForNoVehicleOnceTheFenceHasBegun() throws Exception {
        long vehicle = vehicle(owner);
        CompletableFuture<Reply> asked;
        try (Connection fence = database.as("rentwave_coordinator")) {
            fence.setAutoCommit(false);
            execute(fence, "SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))");
            asked = CompletableFuture.supplyAsync(
                    () -> Internal.offer("vehicle", vehicle).send());
            await("the question queues for the lock")
                    .until(() -> database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            execute(fence, "UPDATE sync.ownership SET owner = 'nobody', epoch = 1 WHERE api = 'vehicles'");
            fence.commit();
        }

        assertThat(asked.get().status()).isEqualTo(421);
    }

    @Test
    void isToldToNobodyWithoutTheInternalToken() {
        long vehicle = vehicle(owner);

        assertThat(call("GET", "/internal/offers/vehicle/" + vehicle).send().status())
                .isEqualTo(401);
        assertThat(call("GET", "/internal/offers/vehicle/" + vehicle)
                        .by(owner)
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(call("GET", "/api/internal/offers/vehicle/" + vehicle)
                        .by(owner)
                        .send()
                        .status())
                .isEqualTo(404);
    }
}
