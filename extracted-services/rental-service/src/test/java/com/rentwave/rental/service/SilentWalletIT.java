package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.rental.service.Others.Moment;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wallet that takes requests and says nothing costs those who rent a while, and nobody else anything. */
class SilentWalletIT {

    private static final ServiceDatabase DATABASE = TestService.database();
    private static final int RENTINGS = 30;
    private static final String KEPT_OPEN = """
            SELECT count(*) FROM pg_stat_activity
            WHERE usename = 'rentwave_rentals' AND state LIKE 'idle in transaction%'""";

    private final CountDownLatch speaks = new CountDownLatch(1);

    @AfterAll
    static void waitAsUsual() {
        TestService.restart();
    }

    @BeforeEach
    void ownRentals() {
        TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 9_000);
        for (int i = 0; i < RENTINGS; i++) {
            vehicleOnOffer(100 + i, ALICE);
            OTHERS.give(100 + i, 9_000);
        }
    }

    @Test
    void isWaitedForByMoreThanThereAreConnectionsWhileOthersAreAnswered() throws SQLException {
        TestService.restart("--rentwave.peers.answer=2m", "--rentwave.saga.patience=5m");
        String address = rented(BOB, 5, 3, 5);
        List<CompletableFuture<Reply>> rentings = silent();

        assertThat(TestService.bean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getMaximumPoolSize())
                .isLessThan(RENTINGS);
        assertThat(DATABASE.number(KEPT_OPEN)).isZero();
        assertThat(call("GET", address).by(BOB).send().status()).isEqualTo(200);
        assertThat(call("GET", "/api/rentals").by(BOB).send().status()).isEqualTo(200);
        assertThat(call("POST", address + "/cancel").by(BOB).send().status()).isEqualTo(200);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "REFUND 9000");
        assertThat(rentings).noneMatch(CompletableFuture::isDone);

        speaks.countDown();
        assertThat(rentings).extracting(CompletableFuture::join).allMatch(reply -> reply.status() == 201);
        assertThat(OTHERS.ledger()).hasSize(2 + RENTINGS);
    }

    @Test
    void losesNoMoneyAndTellsWhatToDo() {
        TestService.restart("--rentwave.peers.answer=1s", "--rentwave.saga.patience=5m");
        List<CompletableFuture<Reply>> rentings = silent();

        for (CompletableFuture<Reply> renting : rentings) {
            Reply reply = renting.join();
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.body())
                    .contains("The monolith cannot be reached. Nothing was rented and no money was taken; send the"
                            + " request again in a moment.");
        }
        Samples.awaitEndOfSagas();
        speaks.countDown();
        await("what was asked so late was refused")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Collections.frequency(OTHERS.answered, "reservations") >= RENTINGS);
        assertThat(DATABASE.rows()).isEqualTo("##");
        assertThat(OTHERS.ledger()).isEmpty();
        IntStream.range(100, 100 + RENTINGS)
                .forEach(renter -> assertThat(OTHERS.held(renter)).isZero());
        assertThat(rent(100, 100, 3, 5).keyed("100").send().status()).isEqualTo(201);
    }

    /** As many rentings as wait at the same time, each for a thing of its own; none is answered. */
    private List<CompletableFuture<Reply>> silent() {
        OTHERS.asked.clear();
        OTHERS.witness = (path, moment) -> {
            if (path.equals("reservations") && moment == Moment.ARRIVED) {
                awaitIt(speaks);
            }
        };
        List<CompletableFuture<Reply>> rentings = IntStream.range(100, 100 + RENTINGS)
                .mapToObj(i -> TestService.meanwhile(
                        () -> rent(i, i, 3, 5).keyed(Integer.toString(i)).send()))
                .toList();
        await("all of them wait for the wallet")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Collections.frequency(OTHERS.asked, "reservations") >= RENTINGS);
        return rentings;
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
