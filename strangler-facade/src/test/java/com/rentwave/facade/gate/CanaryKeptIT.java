package com.rentwave.facade.gate;

import static com.rentwave.facade.cutover.CutoverPhase.CANARY;
import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.SHADOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverState;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.sync.Side;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Not all users read from a service that a part of them does not fare well with. */
class CanaryKeptIT {

    private static Coordinator coordinator;
    private static StandInStream forward;
    private static StandInStream reverse;

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
    void startFromACanary() throws Exception {
        coordinator.canaries.breach = null;
        coordinator.canaries.ignorance = null;
        if (coordinator.route().phase() != Phase.LEGACY) {
            assertThat(coordinator.move(LEGACY).state()).isEqualTo(CutoverState.DONE);
        }
        assertThat(coordinator.move(CANARY).state()).isEqualTo(CutoverState.DONE);
    }

    private static void takeBackOnce() {
        if (coordinator.route().canaryShare() > 0) {
            takeBack();
        }
    }

    private static void takeBack() {
        Route route = coordinator.route();
        assertThat(coordinator.bean(RouteStore.class).compareAndSet(route.inPhase(Phase.CANARY, 0)))
                .isTrue();
    }

    private static void assertStays(Cutover move, CutoverState state, String reason) {
        assertThat(move.state()).as(move.reason()).isEqualTo(state);
        assertThat(move.reason()).contains(reason);
        assertThat(coordinator.route().phase()).isEqualTo(Phase.CANARY);
    }

    @Test
    void isShutWhileTheCanaryBreaksItsBudget() throws Exception {
        coordinator.canaries.breach = "5 of 20 reads by the service failed";

        assertStays(
                coordinator.move(READS),
                CutoverState.REFUSED,
                "canary: the canary of 10 % breaks its budget: 5 of 20 reads by the service failed");
    }

    @Test
    void isShutWhenTheCanaryWasTakenBack() throws Exception {
        takeBack();

        assertStays(
                coordinator.move(READS),
                CutoverState.REFUSED,
                "canary: none of the users reads from the service: the canary was taken back, or not begun");
    }

    /** The facade takes a broken canary back at any moment, also after the gates were asked. */
    @Test
    void nobodyFollowsACanaryThatIsTakenBackBehindTheGates() throws Exception {
        long id = coordinator.order(READS);

        coordinator.runnerWith(CutoverStep.ENTER, CanaryKeptIT::takeBackOnce).work();

        assertStays(
                coordinator.cutovers().find(id).orElseThrow(),
                CutoverState.ABORTED,
                "the canary was taken back meanwhile: none of the users reads from the service");
    }

    @Test
    void keepsNobodyBackForWantOfTraffic() throws Exception {
        coordinator.canaries.ignorance = "only 3 reads";

        assertThat(answer().reason())
                .isEqualTo("the users of the canary of 10 % fare well, as far as is known: only 3 reads");
        assertThat(coordinator.move(READS).state()).isEqualTo(CutoverState.DONE);
    }

    @Test
    void knowsNothingBeforeAnybodyReadsFromTheService() throws Exception {
        assertThat(coordinator.move(LEGACY).state()).isEqualTo(CutoverState.DONE);
        assertThat(coordinator.move(SHADOW).state()).isEqualTo(CutoverState.DONE);

        assertThat(answer().ok()).isFalse();
        assertThat(answer().reason()).isEqualTo("vehicles is in SHADOW, so nobody reads from the service yet");
    }

    private static Reason answer() {
        PhaseChange change = new PhaseChange(CutoverPhase.CANARY, READS);
        return coordinator.bean(Gates.class).ask(new GateQuestion(TwoSides.API, change, OptionalLong.empty())).stream()
                .filter(reason -> reason.gate().equals("canary"))
                .findFirst()
                .orElseThrow();
    }
}
