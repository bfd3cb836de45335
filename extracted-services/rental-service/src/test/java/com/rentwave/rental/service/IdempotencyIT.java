package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.CAROL;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    @BeforeEach
    void ownRentals() {
        TestService.owns();
        vehicleOnOffer(5, ALICE);
        IntStream.range(10, 20).forEach(user -> OTHERS.give(user, 100_000));
        OTHERS.give(BOB, 100_000);
    }

    @Test
    void answersARepeatedRequestByteForByteAndMovesNoMoney() {
        Reply rent = rent(BOB, 5, 3, 5).keyed("k").send();
        Reply cancel = call("POST", rent.header("Location") + "/cancel")
                .by(BOB)
                .keyed("l")
                .send();
        OTHERS.offers.clear();

        same(rent(BOB, 5, 3, 5).keyed("k").send(), rent);
        same(
                call("POST", rent.header("Location") + "/cancel")
                        .by(BOB)
                        .keyed("l")
                        .send(),
                cancel);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "REFUND 9000");
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        rent(BOB, 5, 3, 5).keyed("k").send();

        assertThat(rent(BOB, 5, 6, 7).keyed("k").send().status()).isEqualTo(422);
    }

    @Test
    void rentsOnceForManyRequestsWithOneKeyAtTheSameTime() {
        List<Reply> replies = atOnce(i -> rent(BOB, 5, 3, 5).keyed("k"));

        assertThat(replies).allSatisfy(reply -> same(reply, replies.get(0)));
        assertThat(replies.get(0).status()).isEqualTo(201);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
    }

    @Test
    void rentsAThingToOneOfManyWhoWantItOnOverlappingDays() {
        List<Reply> replies = atOnce(i -> rent(10 + i, 5, 3 + i % 2, 6));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).allSatisfy(reply -> assertThat(reply.body())
                .contains("already-rented"));
        assertThat(DATABASE.number("SELECT count(*) FROM rental")).isEqualTo(1);
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.ledger()).hasSize(1);
        assertThat(OTHERS.asked).containsOnlyOnce("reservations");
    }

    @Test
    void rentsAsOftenAsTheMoneyAllowsHoweverManyAskAtOnce() {
        OTHERS.give(CAROL, 10_000);
        IntStream.range(20, 28).forEach(vehicle -> vehicleOnOffer(vehicle, ALICE));

        List<Reply> replies = atOnce(i -> rent(CAROL, 20 + i, 3, 4));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(2);
        Samples.awaitEndOfSagas();
        assertThat(OTHERS.balance(CAROL)).isEqualTo(1_000);
        assertThat(OTHERS.held(CAROL)).isZero();
    }

    private static void same(Reply reply, Reply first) {
        assertThat(reply.status()).isEqualTo(first.status());
        assertThat(reply.body()).isEqualTo(first.body());
        assertThat(reply.header("Location")).isEqualTo(first.header("Location"));
        assertThat(reply.header("RentWave-Position")).isNotNull();
    }

    private static List<Reply> atOnce(IntFunction<Call> call) {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 8)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> call.apply(i).send(), clients))
                    .toList();
            return replies.stream().map(CompletableFuture::join).toList();
        } finally {
            clients.shutdownNow();
        }
    }
}
