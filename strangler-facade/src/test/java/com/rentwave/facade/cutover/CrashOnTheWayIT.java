package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The coordinator dies before or after the effect of any step of a change that flips nothing, before that is stored. Another
 * one takes over by itself and brings the move to its end.
 */
class CrashOnTheWayIT {

    private static Coordinator coordinator;
    private static StandInStream forward;
    private static StandInStream reverse;

    /** Stands for {@code kill -9}: nothing of the runner goes on behind it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void start() {
        coordinator = new Coordinator().verified();
        forward = new StandInStream(coordinator.sides, Side.LEGACY);
        reverse = new StandInStream(coordinator.sides, Side.SERVICE);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    @BeforeEach
    void startFromLegacy() {
        Route route = coordinator.route();
        if (route.phase() != Phase.LEGACY) {
            assertThat(coordinator.bean(RouteStore.class).compareAndSet(route.inPhase(Phase.LEGACY, 0)))
                    .isTrue();
        }
    }

    /** Up to READS, and back from each phase on the way; what flips and what retires has tests of its own. */
    static Stream<Death> everyStepUpToReadsAndBack() {
        List<PhaseChange> forth = CutoverPhase.LEGACY.pathTo(CutoverPhase.READS);
        Stream<PhaseChange> back = forth.stream().map(change -> new PhaseChange(change.to(), CutoverPhase.LEGACY));
        return Stream.concat(forth.stream(), back).flatMap(Death::everyOne);
    }

    @ParameterizedTest
    @MethodSource("everyStepUpToReadsAndBack")
    void resumesAfterTheCoordinatorDiedAtAnyStepOnTheWay(Death death) throws Exception {
        PhaseChange change = death.change();
        CutoverPhase end = change.isRollback() ? CutoverPhase.LEGACY : CutoverPhase.READS;
        if (change.isRollback()) {
            assertThat(coordinator.move(change.from()).state()).isEqualTo(CutoverState.DONE);
        }
        long id = coordinator.order(end);

        assertThatThrownBy(() -> coordinator
                        .runner(operation -> death.of(operation, () -> {
                            throw new Killed();
                        }))
                        .work())
                .isInstanceOf(Killed.class);
        CutoverRunner successor = coordinator.runner();
        await("the lease is over").atMost(Duration.ofSeconds(60)).until(successor::work);

        Cutover ended = coordinator.cutovers().find(id).orElseThrow();
        assertThat(ended.state()).as(ended.reason()).isEqualTo(CutoverState.DONE);
        assertThat(coordinator.route().phase().name()).isEqualTo(end.name());
        assertThat(coordinator.sides.ownership(Side.LEGACY)).isEqualTo("legacy 0");
    }
}
