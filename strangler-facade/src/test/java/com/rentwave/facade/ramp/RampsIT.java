package com.rentwave.facade.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.canary.CanaryJudge;
import com.rentwave.facade.canary.CanaryMeter;
import com.rentwave.facade.canary.CanarySettings;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.shadow.Tally;
import com.rentwave.sync.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RampsIT {

    @AutoClose
    private static final Coordinator COORDINATOR = new Coordinator();

    private static final CanarySettings SETTINGS =
            new CanarySettings(20, 0.01, 2, Duration.ofMillis(250), 0.001, Duration.ofSeconds(10), Set.of(), Set.of());
    private static final Duration EVERY = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final HandClock clock = new HandClock();
    private final CanaryMeter meter = new CanaryMeter();
    private final Canaries canaries = new Canaries(
            COORDINATOR.bean(RouteStore.class),
            COORDINATOR.bean(RouteTables.class),
            meter,
            new CanaryJudge(SETTINGS),
            SETTINGS,
            api -> Tally.NONE);
    private final Ramps ramps = new Ramps(canaries, clock);

    @BeforeEach
    void canary() {
        route(Phase.CANARY, 0);
    }

    @AfterEach
    void end() {
        ramps.destroy();
    }

    private static void route(Phase phase, int share) {
        Route now = COORDINATOR.route();
        Route next = new Route(now.api(), phase, share, Owner.LEGACY, now.epoch(), now.version() + 1);
        assertThat(COORDINATOR.bean(RouteStore.class).compareAndSet(next)).isTrue();
        COORDINATOR.bean(RouteTables.class).refresh();
    }

    private void read(boolean success, int times) {
        for (int i = 0; i < times; i++) {
            meter.begin(TwoSides.API, Side.SERVICE).ended(success ? null : "status 500", false);
        }
    }

    private RampState state() {
        return ramps.state(TwoSides.API).orElseThrow();
    }

    @Test
    void raisesTheShareStepByStepWhileUsersFareWell() {
        assertThat(ramps.start(TwoSides.API, List.of(100, 2_500, 10_000), EVERY))
                .isEmpty();
        assertThat(COORDINATOR.route().canaryShare()).isEqualTo(100);

        read(true, 30);
        clock.pass(EVERY);
        await("the second share").atMost(LONG).untilAsserted(() -> assertThat(state().next())
                .isEqualByComparingTo("100"));
        assertThat(COORDINATOR.route().canaryShare()).isEqualTo(2_500);
        read(true, 30);
        clock.pass(EVERY);
        await("the last share").atMost(LONG).until(() -> state().next() == null);
        assertThat(state().running()).isTrue();
        clock.pass(EVERY);
        await("the last share was watched").atMost(LONG).until(() -> !state().running());

        assertThat(COORDINATOR.route().canaryShare()).isEqualTo(10_000);
        assertThat(state().ended()).isEqualTo("it reached 100 %");
    }

    @Test
    void stopsAtTheFirstNo() {
        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY)).isEmpty();

        clock.pass(EVERY);
        await("the ramp has ended").atMost(LONG).until(() -> !state().running());

        assertThat(state().ended()).startsWith("only 0 reads by the service");
        assertThat(COORDINATOR.route().canaryShare()).isEqualTo(500);
    }

    @Test
    void stopsWhenTheCanaryBreaks() {
        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY)).isEmpty();
        read(false, 30);

        await("the ramp has ended").atMost(LONG).until(() -> !state().running());

        assertThat(state().ended()).contains("reads by the service failed");
    }

    @Test
    void stopsWhenSomebodyElseChangesTheShareOrThePhase() {
        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY)).isEmpty();
        route(Phase.CANARY, 700);
        await("the ramp has ended").atMost(LONG).until(() -> !state().running());
        assertThat(state().ended()).isEqualTo("the share is 7.00 % now");

        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY))
                .contains("only 0 reads by the service in the last minute; it takes 20 to judge");
        route(Phase.CANARY, 0);
        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY)).isEmpty();
        route(Phase.LEGACY, 0);
        await("the ramp has ended").atMost(LONG).until(() -> !state().running());
        assertThat(state().ended()).isEqualTo("vehicles is in LEGACY; its history tells why");
    }

    @Test
    void stopsWhenItIsToldToAndLeavesTheShare() {
        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY)).isEmpty();
        assertThat(ramps.start(TwoSides.API, List.of(500, 10_000), EVERY)).contains("a ramp of vehicles is running");
        assertThat(state().next()).isEqualByComparingTo("100");

        ramps.stop(TwoSides.API);

        assertThat(state().ended()).isEqualTo("stopped by an operator");
        assertThat(COORDINATOR.route().canaryShare()).isEqualTo(500);
    }

    /** Stands still until the test lets time pass. */
    private static final class HandClock extends Clock {
        private volatile Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
