package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The coordinator dies after the effect of any step of a change that flips nothing, before that is stored. Another one
 * takes over by itself and brings the move to its end.
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

    static Stream<Arguments> everyStepUpToReadsAndBack() {
        return Stream.concat(
                        CutoverPhase.LEGACY.pathTo(CutoverPhase.READS).stream(),
                        Stream.of(new PhaseChange(CutoverPhase.READS, CutoverPhase.LEGACY)))
                .flatMap(change -> change.steps().stream().map(step -> Arguments.of(change, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStepUpToReadsAndBack")
    void resumesAfterTheCoordinatorDiedAtAnyStepOnTheWay(PhaseChange change, CutoverStep step) throws Exception {
        if (change.isRollback()) {
            assertThat(coordinator.move(change.from()).state()).isEqualTo(CutoverState.DONE);
        }
        long id = coordinator.order(change.isRollback() ? change.to() : CutoverPhase.READS);

        assertThatThrownBy(() -> coordinator
                        .runner(operation -> operation.step() == step
                                ? Tampered.after(operation, at -> {
                                    if (at.change().equals(change)) {
                                        throw new Killed();
                                    }
                                })
                                : operation)
                        .work())
                .isInstanceOf(Killed.class);
        CutoverRunner successor = coordinator.runner();
        await("the lease is over").atMost(Duration.ofSeconds(60)).until(successor::work);

        Cutover ended = coordinator.cutovers().find(id).orElseThrow();
        assertThat(ended.state()).as(ended.reason()).isEqualTo(CutoverState.DONE);
        assertThat(coordinator.route().phase().name())
                .isEqualTo(change.isRollback() ? "LEGACY" : CutoverPhase.READS.name());
    }
}
