package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who does not own rentals changes none, and asks nobody for money. */
class OwnershipIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    private long epoch;

    @BeforeEach
    void ownRentals() {
        epoch = TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 100_000);
    }

    @DisplayName("rule 7: not a cent is asked for before the guard has said yes")
    @Test
    void refusesEveryWriteBeforeAnythingIsAskedOfOthers() {
        String address = rented(BOB, 5, 3, 5);
        DATABASE.takeOwnership(epoch + 1);
        OTHERS.asked.clear();
        String before = DATABASE.rows();

        for (Call write : List.of(
                rent(BOB, 5, 6, 7).keyed("k"),
                rent(BOB, 99, 6, 7),
                call("POST", address + "/cancel").by(BOB),
                call("POST", "/api/rentals/998/return").by(BOB))) {
            Reply reply = write.send();

            assertThat(reply.status()).isEqualTo(421);
            assertThat(reply.header("RentWave-Epoch")).isEqualTo(Long.toString(epoch + 1));
            assertThat(reply.body())
                    .contains("\"type\":\"urn:rentwave:problem:not-owner\",\"title\":\"Not the owner\",\"status\":421,"
                            + "\"detail\":\"This side does not own rentals at the moment. Nothing was changed.\"");
        }
        assertThat(DATABASE.rows()).isEqualTo(before);
        assertThat(OTHERS.asked).isEmpty();
        assertThat(DATABASE.number("SELECT count(*) FROM saga")).isEqualTo(1);
    }

    @DisplayName("rule 17: a renting is never half way at a fence, because the fence waits for it")
    @Test
    void makesAFenceWaitForARentingThatHasAskedForMoney() throws SQLException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        OTHERS.witness = (path, moment) -> {
            if (path.equals("reservations") && moment == Others.Moment.ARRIVED) {
                arrived.countDown();
                await(answer);
            }
        };
        CompletableFuture<Reply> renting =
                TestService.meanwhile(() -> rent(BOB, 5, 3, 5).send());
        await(arrived);

        try (Connection coordinator = DATABASE.connect("rentwave_coordinator");
                Statement fence = coordinator.createStatement()) {
            fence.execute("SET lock_timeout = '50ms'");
            coordinator.setAutoCommit(false);
            assertThatThrownBy(() -> fence.execute("SELECT pg_advisory_xact_lock(sync.lock_key('rentals'))"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
            coordinator.rollback();
        }
        answer.countDown();

        assertThat(renting.join().status()).isEqualTo(201);
        DATABASE.takeOwnership(epoch + 1);
        assertThat(DATABASE.number("SELECT count(*) FROM rental")).isEqualTo(1);
    }

    @DisplayName("rule 17: what was begun is finished by whoever began it, whoever owns")
    @Test
    void finishesItsSagasAfterItHasLostOwnership() {
        OTHERS.witness = (path, moment) -> {
            if (path.equals("reservations/confirm")) {
                OTHERS.walletStatus = 503;
            }
        };
        assertThat(rent(BOB, 5, 3, 5).send().status()).isEqualTo(201);
        DATABASE.takeOwnership(epoch + 1);
        assertThat(OTHERS.ledger()).isEmpty();

        OTHERS.witness = (path, moment) -> {};
        OTHERS.walletStatus = 0;
        Samples.awaitEndOfSagas();

        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        assertThat(OTHERS.held(BOB)).isZero();
    }

    @DisplayName("rule 11: leaves no table of the API unguarded")
    @Test
    void leavesNoTableOfTheApiUnguarded() {
        assertThat(DATABASE.number("SELECT count(*) FROM sync.unguarded('rentals')"))
                .isZero();
        assertThat(DATABASE.text("SELECT string_agg(name, ',' ORDER BY name) FROM sync.guarded_table"))
                .isEqualTo("rental,rental_idempotency,rental_late");
    }

    @Test
    void readsWhatTheOtherSideHasWrittenAndTellsItsPosition() {
        String address = rented(BOB, 5, 3, 5);
        DATABASE.takeOwnership(epoch + 1);
        DATABASE.execute("INSERT INTO sync.apply_position VALUES ('rentwave.rows.rentals.legacy', 1, '42', 1, "
                + (epoch + 1) + ", '0/100', now())");

        Reply read = call("GET", address).by(BOB).send();

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("RentWave-Position")).isEqualTo("legacy:" + (epoch + 1) + ":42:1:0/100");
        assertThat(call("GET", address)
                        .by(BOB)
                        .header("RentWave-Await", "legacy:" + (epoch + 1) + ":42:1:0/101")
                        .header("RentWave-Await-Api", "rentals")
                        .send()
                        .status())
                .isEqualTo(425);
    }

    @DisplayName("rule 22: the owner is asked, so nothing has to arrive here first")
    @Test
    void waitsForNoRowsOfAnotherApi() {
        Reply reply = rent(BOB, 5, 3, 5)
                .header("RentWave-Await", "legacy:99:1:1:F/FF")
                .header("RentWave-Await-Api", "vehicles")
                .send();

        assertThat(reply.status()).isEqualTo(201);
    }

    /** Nobody owns vehicles while they are handed over; renting waits for it. */
    @Test
    void waitsForTheOwnerOfVehiclesWhileTheyAreHandedOver() {
        OTHERS.vehicleServiceOwnsVehicles = false;
        CompletableFuture<Reply> renting =
                TestService.meanwhile(() -> rent(BOB, 5, 3, 5).send());
        Awaitility.await("the renting is in its transaction")
                .atMost(Duration.ofMinutes(1))
                .until(() -> DATABASE.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = 'rental_service')")
                        > 0);
        OTHERS.monolithOwnsVehicles = true;

        assertThat(renting.join().status()).isEqualTo(201);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
