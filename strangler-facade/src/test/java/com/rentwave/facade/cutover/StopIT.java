package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.sync.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A facade that is stopped in an orderly way while it works on a move. */
class StopIT {

    private final Coordinator coordinator = new Coordinator().verified();
    private StandInStream forward;
    private StandInStream reverse;

    @BeforeEach
    void stream() {
        forward = new StandInStream(coordinator.sides, Side.LEGACY);
        reverse = new StandInStream(coordinator.sides, Side.SERVICE);
    }

    @AfterEach
    void close() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    private Cutover stoppedAt(CutoverStep step) throws Exception {
        long id = coordinator.order(CutoverPhase.OWNED);
        CutoverRunner[] runner = new CutoverRunner[1];
        runner[0] = coordinator.runner(operation -> operation.step() == step
                ? Tampered.before(operation, at -> {
                    if (at.change().flips()) {
                        runner[0].stopSoon();
                    }
                })
                : operation);

        runner[0].work();
        runner[0].stop();

        return coordinator.cutovers().find(id).orElseThrow();
    }

    @Test
    void neverLeavesTheFenceUpBehindIt() throws Exception {
        Cutover left = stoppedAt(CutoverStep.FENCE);

        assertThat(left.isRunning()).isTrue();
        assertThat(left.step()).isEqualTo(CutoverStep.VERIFY);
        assertThat(coordinator.sides.ownership(Side.SERVICE)).isEqualTo("service 1");
    }

    @Test
    void leavesTheRestToAnotherAtOnce() throws Exception {
        Cutover left = stoppedAt(CutoverStep.FENCE);

        assertThat(coordinator.runner().work()).isTrue();

        assertThat(coordinator.cutovers().find(left.id()).orElseThrow().state()).isEqualTo(CutoverState.DONE);
    }
}
