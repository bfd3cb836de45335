package com.rentwave.facade.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.canary.CanaryJudge;
import com.rentwave.facade.canary.CanaryMeter;
import com.rentwave.facade.canary.CanarySettings;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverState;
import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.shadow.Tally;
import com.rentwave.sync.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class CanaryGuardIT {

    @AutoClose
    private static final Coordinator COORDINATOR = new Coordinator();

    private static final CanarySettings SETTINGS =
            new CanarySettings(20, 0.01, 2, Duration.ofMillis(250), 0.001, Duration.ofSeconds(10), Set.of(), Set.of());

    private final CanaryMeter meter = new CanaryMeter();
    private volatile Tally compared = Tally.NONE;
    private final Canaries canaries = new Canaries(
            COORDINATOR.bean(RouteStore.class),
            COORDINATOR.bean(RouteTables.class),
            meter,
            new CanaryJudge(SETTINGS),
            SETTINGS,
            api -> compared);
    private final CanaryGuard guard = new CanaryGuard(
            canaries,
            COORDINATOR.bean(RouteStore.class),
            COORDINATOR.bean(RouteTables.class),
            COORDINATOR.cutovers(),
            Optional.empty());

    @BeforeEach
    void canary() {
        Route now = COORDINATOR.route();
        Route canary = new Route(now.api(), Phase.CANARY, 2_500, Owner.LEGACY, now.epoch(), now.version() + 1);
        assertThat(COORDINATOR.bean(RouteStore.class).compareAndSet(canary)).isTrue();
        COORDINATOR.bean(RouteTables.class).refresh();
    }

    @AfterEach
    void end() {
        guard.stop();
    }

    private void read(Side side, boolean success, int times) {
        for (int i = 0; i < times; i++) {
            meter.begin(TwoSides.API, side).ended(success ? null : "status 500", false);
        }
    }

    @Test
    void takesEveryUserBackAndSaysWhyWhenACanaryBreaks() throws Exception {
        guard.start();

        await("back within seconds").atMost(Duration.ofSeconds(30)).until(() -> {
            read(Side.LEGACY, true, 10);
            read(Side.SERVICE, false, 5);
            return COORDINATOR.route().canaryShare() == 0;
        });
        await("a move is asked for")
                .until(() -> COORDINATOR.cutovers().running().isPresent());
        COORDINATOR.runner().work();

        Cutover back = COORDINATOR.cutovers().newest(TwoSides.API, 1).get(0);
        assertThat(back.state()).as(back.reason()).isEqualTo(CutoverState.DONE);
        assertThat(back.to()).isEqualTo(CutoverPhase.LEGACY);
        assertThat(back.because()).startsWith("the canary of 25 % broke: ").contains("reads by the service failed");
        assertThat(back.orderedBy()).isEqualTo(OrderedBy.facade("canary guard"));
        assertThat(COORDINATOR.route().phase()).isEqualTo(Phase.LEGACY);
    }

    /** They read from the service whatever the share is, and nobody else may notice what befalls it. */
    @Test
    void takesNamedUsersBackWhenNobodyElseReadsFromTheService() {
        CanarySettings named = new CanarySettings(
                20, 0.01, 2, Duration.ofMillis(250), 0.001, Duration.ofSeconds(10), Set.of(), Set.of("901"));
        RouteStore routes = COORDINATOR.bean(RouteStore.class);
        assertThat(routes.compareAndSet(COORDINATOR.route().inPhase(Phase.CANARY, 0)))
                .isTrue();
        RouteTables tables = COORDINATOR.bean(RouteTables.class);
        tables.refresh();
        CanaryGuard watchful = new CanaryGuard(
                new Canaries(routes, tables, meter, new CanaryJudge(named), named, api -> compared),
                routes,
                tables,
                COORDINATOR.cutovers(),
                Optional.empty());
        watchful.start();
        try {
            await("a move is asked for").atMost(Duration.ofSeconds(30)).until(() -> {
                read(Side.SERVICE, false, 5);
                return COORDINATOR.cutovers().running().isPresent();
            });
        } finally {
            watchful.stop();
        }

        Cutover back = COORDINATOR.cutovers().running().orElseThrow();
        assertThat(back.to()).isEqualTo(CutoverPhase.LEGACY);
        assertThat(back.because()).startsWith("the canary of 0 % broke: ");
        endTheMove();
    }

    private static void endTheMove() {
        new JdbcTemplate(COORDINATOR.sides.migration())
                .update("UPDATE cutover SET state = 'ABORTED', ended_at = now() WHERE state = 'RUNNING'");
    }

    @Test
    void takesUsersBackAgainWhenSomebodyRaisedTheShareAtTheSameMoment() {
        guard.start();
        await("back").atMost(Duration.ofSeconds(30)).until(() -> {
            read(Side.SERVICE, false, 5);
            return COORDINATOR.route().canaryShare() == 0;
        });

        RouteStore routes = COORDINATOR.bean(RouteStore.class);
        assertThat(routes.compareAndSet(COORDINATOR.route().inPhase(Phase.CANARY, 5_000)))
                .isTrue();
        COORDINATOR.bean(RouteTables.class).refresh();

        await("back again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> COORDINATOR.route().canaryShare() == 0);
    }

    @Test
    void raisesAShareOnlyOnEvidence() {
        assertThat(canaries.share(TwoSides.API, 5_000))
                .contains("only 0 reads by the service in the last minute; it takes 20 to judge");

        read(Side.SERVICE, true, 30);
        assertThat(canaries.share(TwoSides.API, 5_000)).isEmpty();
        assertThat(COORDINATOR.route().canaryPercent()).isEqualTo(new BigDecimal("50.00"));

        read(Side.SERVICE, false, 30);
        assertThat(canaries.share(TwoSides.API, 10_000))
                .contains("30 of 30 reads by the service failed: status 500 (allowed 1.00 %)");
        assertThat(canaries.share(TwoSides.API, 1)).isEmpty();
        assertThat(COORDINATOR.route().canaryPercent()).isEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void raisesNoShareWhileAnswersDiffer() {
        canaries.begin(TwoSides.API);
        read(Side.SERVICE, true, 30);
        compared = Tally.compared(10, 5, 0, 0, 0);

        assertThat(canaries.share(TwoSides.API, 5_000))
                .contains("5 of 15 compared answers differed (allowed 0.10 %); its shadow diffs tell which");
    }

    @Test
    void changesNoShareOutsideOfACanary() {
        Route now = COORDINATOR.route();
        COORDINATOR.bean(RouteStore.class).compareAndSet(now.inPhase(Phase.READS, 0));

        assertThat(canaries.share(TwoSides.API, 5_000)).contains("vehicles is in READS, not in CANARY");
    }
}
