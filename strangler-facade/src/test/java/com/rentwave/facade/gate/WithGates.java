package com.rentwave.facade.gate;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.FakeStreams;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Every gate in front of a flip and of the flip back, and whatever can shut them. */
abstract class WithGates {

    static final PhaseChange FLIP = new PhaseChange(READS, OWNED);
    static final PhaseChange FLIP_BACK = new PhaseChange(OWNED, LEGACY);

    static Coordinator coordinator;
    static TwoSides sides;
    static StandInStream forward;
    static StandInStream reverse;

    @BeforeAll
    static void start() throws InterruptedException {
        coordinator = new Coordinator().verified();
        sides = coordinator.sides;
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        coordinator.move(READS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    @BeforeEach
    void allIsWell() {
        FakeStreams well = new FakeStreams();
        coordinator.streams.armed = true;
        coordinator.streams.silent = false;
        coordinator.streams.forward = well.forward;
        coordinator.streams.reverse = well.reverse;
        coordinator.streams.applier = well.applier;
        coordinator.streams.differences = List.of();
        coordinator.backends.applier = new ApplierState("RUNNING", null);
        coordinator.backends.dead.clear();
        coordinator.backends.unwell.clear();
        coordinator.backends.builds.put(Side.SERVICE, new RunningBuild("vehicle-service", "2222222222222222"));
        forward.pause(false);
        reverse.pause(false);
    }

    static List<Reason> ask(PhaseChange change) {
        return coordinator.bean(Gates.class).ask(new GateQuestion(TwoSides.API, change, OptionalLong.empty()));
    }

    static Reason ask(String gate, PhaseChange change) {
        return ask(change).stream()
                .filter(answer -> answer.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    static void assertShut(String gate, String reason) {
        assertShut(gate, FLIP, reason);
    }

    static void assertShut(String gate, PhaseChange change, String reason) {
        Reason answer = ask(gate, change);
        assertThat(answer.ok()).as(answer.reason()).isFalse();
        assertThat(answer.reason()).contains(reason);
    }

    static void assertOpen(String gate, PhaseChange change) {
        Reason answer = ask(gate, change);
        assertThat(answer.ok()).as(answer.reason()).isTrue();
    }
}
