package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.CAROL;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.rental.service.Others.Moment;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The service is killed after each step that is stored, and at each request that leaves it: before it has arrived, and when it
 * was done and not answered. After a restart money and rental agree, and a repeated request gets the one answer.
 */
class SagaCrashIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    @BeforeEach
    void ownRentals() {
        TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 9_000);
    }

    @ParameterizedTest
    @CsvSource({
        "reservations, ARRIVED",
        "reservations, DONE",
        "reservations/confirm, ARRIVED",
        "reservations/confirm, DONE"
    })
    void rentsOnceAndForItsPriceWhereverItIsKilled(String request, Moment moment) {
        Supplier<Reply> rent = () -> rent(BOB, 5, 3, 5).keyed("k").send();

        killedAt(request, moment, rent);
        TestService.restart();
        Reply answer = rent.get();
        Reply again = rent.get();
        Samples.awaitEndOfSagas();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(DATABASE.number("SELECT count(*) FROM rental WHERE status = 'ACTIVE'"))
                .isEqualTo(1);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        assertThat(OTHERS.held(BOB)).isZero();
        assertThat(events()).isEqualTo("rent.start");
    }

    @Test
    void letsTheMoneyGoWhenNobodyComesBackForTheRental() {
        killedAt("reservations", Moment.DONE, () -> rent(BOB, 5, 3, 5).send());
        TestService.restart();
        Samples.awaitEndOfSagas();

        assertThat(DATABASE.text("SELECT status FROM saga")).isEqualTo("COMPENSATED");
        assertThat(DATABASE.number("SELECT count(*) FROM rental")).isZero();
        assertThat(OTHERS.held(BOB)).isZero();
        assertThat(OTHERS.ledger()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ARRIVED", "DONE"})
    void letsTheMoneyGoWhereverItIsKilledWhileItDoes(Moment moment) {
        killedAt("reservations/release", moment, () -> rent(BOB, 5, 3, 6)
                .keyed("k")
                .send());
        assertThat(DATABASE.text("SELECT status FROM saga")).isEqualTo("RELEASING");
        TestService.restart();

        assertThat(rent(BOB, 5, 3, 6).keyed("k").send().body()).contains("insufficient-funds");
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.held(BOB)).isZero();
        assertThat(rent(BOB, 5, 3, 5).keyed("l").send().status()).isEqualTo(201);
    }

    @Test
    void keepsNobodyFromAThingForLong() {
        OTHERS.give(CAROL, 9_000);
        killedAt("reservations", Moment.DONE, () -> rent(BOB, 5, 3, 5).send());
        TestService.restart();

        assertThat(rent(CAROL, 5, 4, 6).send().status()).isEqualTo(201);
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        assertThat(OTHERS.held(BOB)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ARRIVED", "DONE"})
    void paysBackOnceWhereverItIsKilled(Moment moment) {
        String address = rented(BOB, 5, 3, 5);
        Supplier<Reply> cancel =
                () -> call("POST", address + "/cancel").by(BOB).keyed("k").send();

        killedAt("refunds", moment, cancel);
        TestService.restart();
        Reply answer = cancel.get();
        Samples.awaitEndOfSagas();

        assertThat(answer.body()).contains("\"status\":\"CANCELLED\"");
        assertThat(cancel.get().body()).isEqualTo(answer.body());
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "REFUND 9000");
        assertThat(events()).isEqualTo("rent.start, rent.cancel");
    }

    @ParameterizedTest
    @CsvSource({"ARRIVED", "DONE"})
    void chargesADayLateOnceWhereverItIsKilled(Moment moment) {
        String address = rented(BOB, 5, 0, 2);
        DATABASE.execute("UPDATE clock_offset SET seconds = seconds + 86400 * 4");
        Supplier<Reply> back =
                () -> call("POST", address + "/return").by(BOB).keyed("k").send();

        killedAt("late-fees", moment, back);
        TestService.restart();
        Reply answer = back.get();
        Samples.awaitEndOfSagas();

        assertThat(answer.body()).contains("\"status\":\"RETURNED\",\"lateDays\":2,\"lateFees\":1800");
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "LATE_FEE 900", "LATE_FEE 900");
        assertThat(events()).isEqualTo("rent.start, rent.late, rent.late, rent.complete");
    }

    /** The tombstone: money that was let go is not kept by a request that was on its way for long. */
    @Test
    void keepsNoMoneyForAReservationThatArrivesAfterItWasLetGo() {
        CountDownLatch killed = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        OTHERS.witness = (path, moment) -> {
            if (path.equals("reservations") && moment == Moment.ARRIVED) {
                TestService.kill();
                killed.countDown();
                await(letGo);
            } else if (path.equals("reservations")) {
                late.countDown();
            }
        };
        TestService.meanwhile(() -> rent(BOB, 5, 3, 5).send());
        await(killed);
        TestService.restart();
        Samples.awaitEndOfSagas();
        letGo.countDown();
        await(late);
        OTHERS.witness = (path, moment) -> {};

        assertThat(OTHERS.held(BOB)).isZero();
        assertThat(rent(BOB, 5, 3, 5).send().status()).isEqualTo(201);
    }

    @Test
    void tellsThatTheWalletCannotBeReachedAndKeepsNothing() {
        OTHERS.walletStatus = 503;

        Reply reply = rent(BOB, 5, 3, 5).keyed("k").send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:unavailable\",\"title\":\"Not available\",\"status\":503,"
                        + "\"detail\":\"The wallet cannot be asked at the moment. Nothing was rented and no money was"
                        + " taken; send the request again in a moment.\",\"instance\":\"/api/rentals\"}");
        assertThat(DATABASE.number("SELECT count(*) FROM rental")).isZero();

        OTHERS.walletStatus = 0;
        assertThat(rent(BOB, 5, 3, 5).keyed("k").send().status()).isEqualTo(201);
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        assertThat(OTHERS.held(BOB)).isZero();
    }

    @Test
    void cancelsAtOnceAndPaysBackWhenTheWalletAnswersAgain() {
        String address = rented(BOB, 5, 3, 5);
        OTHERS.walletStatus = 503;

        assertThat(call("POST", address + "/cancel").by(BOB).send().status()).isEqualTo(200);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        Awaitility.await("somebody should look after it")
                .atMost(Duration.ofMinutes(1))
                .until(() -> call("GET", "/internal/health").send().body().contains("sagas that wait for the wallet"));
        assertThat(call("GET", "/internal/health").send().status()).isEqualTo(200);

        OTHERS.walletStatus = 0;
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "REFUND 9000");
        assertThat(call("GET", "/internal/health").send().body())
                .isEqualTo("{\"status\":\"UP\",\"component\":\"rental-service\",\"reason\":null}");
    }

    /** Kills the service at the first such request; whoever asked hears nothing that counts. */
    private static void killedAt(String request, Moment when, Supplier<Reply> asked) {
        CountDownLatch killed = new CountDownLatch(1);
        OTHERS.witness = (path, moment) -> {
            if (path.equals(request) && moment == when && killed.getCount() > 0) {
                TestService.kill();
                killed.countDown();
                if (moment == Moment.ARRIVED) {
                    throw new IllegalStateException("it never arrives");
                }
            }
        };
        TestService.meanwhile(asked);
        await(killed);
        OTHERS.witness = (path, moment) -> {};
    }

    private static String events() {
        return DATABASE.text("SELECT string_agg(type, ', ' ORDER BY created_at) FROM outbox");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
