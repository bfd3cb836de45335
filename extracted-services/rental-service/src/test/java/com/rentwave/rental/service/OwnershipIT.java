package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    @DisplayName("rule 17: a renting that a fence overtakes keeps no money when it is sent to the new owner")
    @Test
    void sendsARentingThatAFenceOvertakesToTheOwnerWithoutItsMoney() {
        OTHERS.witness = (path, moment) -> {
            if (path.equals("reservations") && moment == Others.Moment.DONE) {
                DATABASE.takeOwnership(epoch + 1);
            }
        };

        Reply reply = rent(BOB, 5, 3, 5).keyed("k").send();

        assertThat(reply.status()).isEqualTo(421);
        assertThat(reply.header("RentWave-Epoch")).isEqualTo(Long.toString(epoch + 1));
        assertThat(OTHERS.held(BOB)).isZero();
        assertThat(OTHERS.ledger()).isEmpty();
        assertThat(DATABASE.text("SELECT status FROM saga")).isEqualTo("COMPENSATED");
        assertThat(DATABASE.rows()).isEqualTo("##");
        OTHERS.witness = (path, moment) -> {};
        DATABASE.giveOwnership(epoch + 2);
        assertThat(rent(BOB, 5, 3, 5).keyed("k").send().status()).isEqualTo(201);
    }

    @DisplayName("rule 7: nobody is sent to the new owner while his money may still be kept")
    @Test
    void refusesARentingThatAFenceOvertakesWhileNobodyKnowsAboutItsMoney() {
        OTHERS.witness = (path, moment) -> {
            if (path.equals("reservations") && moment == Others.Moment.DONE) {
                DATABASE.takeOwnership(epoch + 1);
                OTHERS.walletStatus = 503;
            }
        };

        Reply reply = rent(BOB, 5, 3, 5).keyed("k").send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).contains("is let go as soon as the wallet answers");
        assertThat(OTHERS.held(BOB)).isEqualTo(9_000);
        OTHERS.walletStatus = 0;
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.held(BOB)).isZero();
        assertThat(OTHERS.ledger()).isEmpty();
        assertThat(DATABASE.rows()).isEqualTo("##");
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
        Awaitility.await("both sides have been asked")
                .atMost(Duration.ofMinutes(1))
                .until(() -> OTHERS.looked.size() > 2);
        OTHERS.monolithOwnsVehicles = true;

        assertThat(renting.join().status()).isEqualTo(201);
    }
}
