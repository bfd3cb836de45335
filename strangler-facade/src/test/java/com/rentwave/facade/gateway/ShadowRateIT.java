package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.shadow.ShadowEvidence;
import com.rentwave.facade.shadow.Tally;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies of reads are few, however many reads there are. */
class ShadowRateIT {

    private static final int READS = 300;

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade(
                "rentwave.shadow.enabled=true",
                "rentwave.shadow.copies-per-second=1",
                "rentwave.shadow.latest=1m",
                "rentwave.shadow.flush-every=20ms");
    }

    private static Tally seen() {
        return facade.bean(ShadowEvidence.class).seen("vehicles", Duration.ofMinutes(30));
    }

    /** Whatever came of it. */
    private static long copied() {
        Tally seen = seen();
        return seen.samples() + seen.missed() + seen.unstable();
    }

    @Test
    void copiesNoMoreReadsThanASecondMayHaveAndTellsHowManyItLeftOut() throws Exception {
        facade.route(Phase.SHADOW, Owner.LEGACY, facade.epoch());
        facade.service.answers(asked -> Answer.of(200, "legacy"));
        long began = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

        for (int i = 0; i < READS; i++) {
            answers.add(facade.sendAsync("GET", "/api/vehicles/" + i, null));
        }

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
        await("all are told about").until(() -> seen().overRate() + copied() == READS);
        assertThat(copied()).isBetween(1L, 2 + 2 * seconds);
        assertThat(seen().dropped()).isEqualTo(seen().overRate());
        assertThat(seen().overload()).isZero();
    }
}
