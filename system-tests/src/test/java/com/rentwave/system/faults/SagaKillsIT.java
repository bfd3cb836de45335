package com.rentwave.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.platform.Progress;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.Rows;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rental service, or the monolith with the wallets, is killed while somebody's money is on the way. When it is there again
 * money and rental agree, and the request that was interrupted is answered as if nothing had happened.
 */
@WithRentWave
class SagaKillsIT {

    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final String OPEN = "SELECT count(*) FROM saga WHERE status NOT IN ('DONE', 'COMPENSATED')";
    private static final String HELD = "SELECT count(*) FROM t_hld WHERE sts_cd = 'H'";

    @BeforeAll
    static void rentalsHaveMoved(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).to("rentals", "OWNED");
    }

    @AfterAll
    static void goBack(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).takeBack("rentals");
    }

    /** Each part after the other, also one whose restart was interrupted. */
    @AfterEach
    void everythingRuns(Platform platform) {
        for (PartName part : new PartName[] {PartName.MONOLITH, PartName.RENTAL_SERVICE}) {
            platform.start(part, Progress.silent());
        }
    }

    static Stream<Arguments> kills() {
        return SOAK
                ? Arrays.stream(Moment.values()).flatMap(moment -> Stream.of(PartName.RENTAL_SERVICE, PartName.MONOLITH)
                        .map(victim -> Arguments.of(moment, victim)))
                : Stream.of(
                        Arguments.of(Moment.RESERVED, PartName.RENTAL_SERVICE),
                        Arguments.of(Moment.CONFIRMING, PartName.MONOLITH));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void rentsOnceAndForItsPriceWhoeverIsKilled(Moment moment, PartName victim, Platform platform) throws Exception {
        Customers customers = Customers.of(platform);
        ApiRequest rent = customers.rent().withIdempotencyKey(UUID.randomUUID().toString());

        killed(platform, victim, moment, () -> customers.tryOnce(rent));
        Answer answer = customers.insist(rent);
        Answer again = customers.insist(rent);
        awaitEndOfSagas(platform);

        assertThat(answer.describe()).startsWith("201");
        assertThat(again.text()).isEqualTo(answer.text());
        assertThat(customers.rentals()).hasSize(1);
        long price = answer.json().path("price").asLong();
        assertThat(customers.renterHas()).isEqualTo(Customers.MONEY - price);
        assertThat(customers.ownerHas()).isEqualTo(price);
        new EventLogAudit(platform).everyEventIsThereOnceAndInOrder();
    }

    @ParameterizedTest
    @MethodSource("victims")
    void paysBackOnceWhoeverIsKilled(PartName victim, Platform platform) throws Exception {
        Customers customers = Customers.of(platform);
        Answer rented = customers.insist(
                customers.rent().withIdempotencyKey(UUID.randomUUID().toString()));
        ApiRequest cancel = ApiRequest.cancelRental(rented.json().path("id").asLong())
                .withIdempotencyKey(UUID.randomUUID().toString());

        killed(platform, victim, Moment.CONFIRMING, () -> customers.tryOnce(cancel));
        Answer answer = customers.insist(cancel);
        Answer again = customers.insist(cancel);
        awaitEndOfSagas(platform);

        assertThat(answer.json().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(again.text()).isEqualTo(answer.text());
        assertThat(customers.renterHas()).isEqualTo(Customers.MONEY);
        assertThat(customers.ownerHas()).isZero();
    }

    static Stream<PartName> victims() {
        return SOAK ? Stream.of(PartName.RENTAL_SERVICE, PartName.MONOLITH) : Stream.of(PartName.RENTAL_SERVICE);
    }

    private static void killed(Platform platform, PartName victim, Moment moment, Runnable request) throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        try (Roadblock roadblock = moment.reached(platform, () -> CompletableFuture.runAsync(request)
                .whenComplete((nothing, failure) -> asked.complete(null)))) {
            platform.part(victim).kill();
        }
        platform.start(victim, Progress.silent());
        asked.join();
    }

    private static void awaitEndOfSagas(Platform platform) {
        await("every saga has ended and no money is held")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Rows.number(platform.jdbc("rental_service"), OPEN) == 0
                        && Rows.number(platform.jdbc("legacy"), HELD) == 0);
    }
}
