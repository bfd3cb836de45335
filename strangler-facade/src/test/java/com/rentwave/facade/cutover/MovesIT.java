package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.SYNCED;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.certificate.Certificates;
import com.rentwave.facade.hold.Hold;
import com.rentwave.facade.hold.Holds;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.sync.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moves from the first order to the last certificate, undisturbed. */
@ExtendWith(OutputCaptureExtension.class)
class MovesIT {

    private final Coordinator coordinator = new Coordinator();
    private final TwoSides sides = coordinator.sides;
    private StandInStream forward;
    private StandInStream reverse;

    @BeforeEach
    void stream() {
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
    }

    @AfterEach
    void close() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    @Test
    void passesEveryPhaseOnTheWayToOwnedAndComesBackToLegacy() throws Exception {
        coordinator.verified();
        sides.write(Side.LEGACY, 1, "old");

        Cutover there = coordinator.move(OWNED);
        sides.write(Side.SERVICE, 2, "new");
        Cutover back = coordinator.move(LEGACY);

        assertThat(there.state()).as(there.reason()).isEqualTo(CutoverState.DONE);
        assertThat(coordinator.cutovers().history(there.id()).stream()
                        .filter(line -> line.step() == CutoverStep.GATES)
                        .map(StepRecord::phase))
                .containsExactly(SYNCED, CutoverPhase.SHADOW, CutoverPhase.CANARY, READS, OWNED);
        assertThat(back.state()).as(back.reason()).isEqualTo(CutoverState.DONE);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("nobody 2");
        assertThat(sides.rows(Side.LEGACY)).isEqualTo("1=old,2=new");
        assertThat(sides.rows(Side.SERVICE)).isEqualTo("1=old,2=new");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.LEGACY);
        assertThat(coordinator.route().owner()).isEqualTo(Owner.LEGACY);
        assertThat(coordinator.route().epoch()).isEqualTo(2);
        assertThat(coordinator.bean(Certificates.class).of(there.id())).hasSize(1);
        assertThat(there.orderedBy()).isEqualTo(Coordinator.OPERATOR);
        assertThat(orderer(there))
                .isEqualTo(new JsonMapper()
                        .readTree("{\"role\":\"operator\",\"way\":\"bearer token\",\"name\":\"Änne O'Neill\"}"));
    }

    /** Who the certificate of the move's flip says has ordered it. */
    private JsonNode orderer(Cutover move) {
        String link = coordinator.bean(Certificates.class).of(move.id()).get(0);
        return new JsonMapper().readTree(link).get("certificate").get("orderedBy");
    }

    @Test
    void doesNotKnowWhoOrderedAMoveFromBeforeItWasKept() throws Exception {
        coordinator.verified();
        long id = coordinator.order(OWNED);
        new JdbcTemplate(sides.migration())
                .update("UPDATE cutover SET ordered_role = NULL, ordered_way = NULL, ordered_name = NULL");

        coordinator.runner().work();

        Cutover move = coordinator.cutovers().find(id).orElseThrow();
        assertThat(move.state()).as(move.reason()).isEqualTo(CutoverState.DONE);
        assertThat(move.orderedBy()).isEqualTo(OrderedBy.UNKNOWN);
        assertThat(orderer(move).get("role").asString()).isEqualTo("unknown");
    }

    @Test
    void refusesReadsUntilEveryContractIsVerifiedAgainstWhatRuns() throws Exception {
        Cutover refused = coordinator.move(READS);
        coordinator.verified();
        Cutover done = coordinator.move(READS);

        assertThat(refused.state()).isEqualTo(CutoverState.REFUSED);
        assertThat(refused.reason())
                .contains("rentwave-web")
                .contains("vehicle-service build 2222222222222222 has not been verified");
        assertThat(done.state()).as(done.reason()).isEqualTo(CutoverState.DONE);
    }

    @Test
    void returnsFromReadsWithoutTouchingTheOwner() throws Exception {
        coordinator.verified().move(READS);

        Cutover back = coordinator.move(LEGACY);

        assertThat(back.state()).isEqualTo(CutoverState.DONE);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 0");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.LEGACY);
    }

    @Test
    void keepsOneMoveAtATime() {
        long first = coordinator.order(SYNCED);

        assertThat(coordinator.cutovers().ask("rentals", LEGACY, SYNCED, Coordinator.OPERATOR))
                .isEmpty();
        assertThat(coordinator.cutovers().running().orElseThrow().id()).isEqualTo(first);
    }

    @Test
    void givesUpAFlipThatCannotDrainAndLetsTheOldOwnerGoOn() throws Exception {
        coordinator.verified().move(READS);
        long id = coordinator.order(OWNED);

        coordinator
                .runner(operation -> operation.step() == CutoverStep.FENCE
                        ? Tampered.before(operation, at -> forward.pause(true))
                        : operation.step() == CutoverStep.GATES
                                ? Tampered.before(operation, at -> forward.pause(false))
                                : operation)
                .work();

        Cutover aborted = coordinator.cutovers().find(id).orElseThrow();
        assertThat(aborted.state()).isEqualTo(CutoverState.ABORTED);
        assertThat(aborted.attempt()).isEqualTo(4);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 4");
        assertThat(coordinator.route().epoch()).isEqualTo(4);
        assertThat(coordinator.route().owner()).isEqualTo(Owner.LEGACY);
        sides.write(Side.LEGACY, 1, "after");
        forward.pause(false);
        assertThat(coordinator.move(OWNED).state()).isEqualTo(CutoverState.DONE);
        assertThat(sides.rows(Side.SERVICE)).isEqualTo("1=after");
    }

    /** How a flip to OWNED ends in which a row comes to differ just before a step. */
    private Cutover flipWithARowThatDiffersAt(CutoverStep step) throws Exception {
        coordinator.verified().move(READS);
        long id = coordinator.order(OWNED);
        coordinator
                .runner(operation -> operation.step() == step
                        ? Tampered.before(
                                operation, at -> coordinator.streams.differences = List.of(FakeStreams.difference("7")))
                        : operation)
                .work();
        return coordinator.cutovers().find(id).orElseThrow();
    }

    @DisplayName("rule 15: rows that differ inside the fence end the flip, although the barrier has arrived")
    @Test
    void givesUpAFlipWhoseRowsDifferInsideTheFence() throws Exception {
        Cutover refused = flipWithARowThatDiffersAt(CutoverStep.HAND_OVER);

        assertThat(refused.state()).isEqualTo(CutoverState.ABORTED);
        assertThat(refused.reason()).contains("t_veh 7");
        assertThat(sides.ownership(Side.LEGACY)).startsWith("legacy ");
        assertThat(sides.ownership(Side.SERVICE)).startsWith("nobody ");
    }

    @Test
    void doesNotFenceWhileRowsDifferThatChangedSinceTheGates() throws Exception {
        Cutover refused = flipWithARowThatDiffersAt(CutoverStep.FENCE);

        assertThat(refused.reason()).contains("t_veh 7");
        assertThat(coordinator.cutovers().history(refused.id())).noneMatch(line -> line.step() == CutoverStep.DRAIN);
        assertThat(sides.ownership(Side.LEGACY)).startsWith("legacy ");
    }

    @Test
    void raisesAnAlarmWhenRowsDifferAfterTheFlip(CapturedOutput output) throws Exception {
        Cutover done = flipWithARowThatDiffersAt(CutoverStep.VERIFY);

        assertThat(done.state()).isEqualTo(CutoverState.DONE);
        assertThat(output)
                .contains("vehicles: ALARM, after the flip of move " + done.id() + " to service: ")
                .contains("1 differs: t_veh 7");
        assertThat(coordinator.bean(Certificates.class).of(done.id()).get(0)).contains("t_veh 7");
    }

    @Test
    void keepsInTheCertificateHowLongEachRequestWasHeld() throws Exception {
        coordinator.verified().move(READS);
        long id = coordinator.order(OWNED);
        List<Hold> held = new ArrayList<>();
        Holds holds = coordinator.bean(Holds.class);

        coordinator
                .runner(operation -> switch (operation.step()) {
                    case DRAIN ->
                        Tampered.before(
                                operation,
                                at -> held.addAll(List.of(
                                        holds.enter(TwoSides.API, 1).orElseThrow(),
                                        holds.enter(TwoSides.API, 1).orElseThrow())));
                    case ROUTE -> Tampered.after(operation, at -> held.forEach(Hold::close));
                    default -> operation;
                })
                .work();

        JsonNode certificate = new JsonMapper()
                .readTree(coordinator.bean(Certificates.class).of(id).get(0))
                .get("certificate");
        assertThat(certificate.get("held").asLong()).isEqualTo(2);
        assertThat(certificate
                        .get("holds")
                        .valueStream()
                        .mapToLong(time -> time.get("requests").asLong())
                        .sum())
                .isEqualTo(2);
        assertThat(certificate
                        .get("holds")
                        .valueStream()
                        .mapToLong(time -> time.get("millis").asLong())
                        .max())
                .hasValue(certificate.get("longestHoldMs").asLong());
        assertThat(Instant.parse(certificate.get("heldFrom").asString()))
                .isBefore(Instant.parse(certificate.get("heldUntil").asString()));
    }

    @Test
    void takesTheWritesBackAloneAndGoesToOwnedAgain() throws Exception {
        coordinator.verified().move(OWNED);

        assertThat(coordinator.move(READS).state()).isEqualTo(CutoverState.DONE);

        assertThat(coordinator.route().owner()).isEqualTo(Owner.LEGACY);
        assertThat(coordinator.route().phase()).isEqualTo(Phase.READS);
        assertThat(sides.ownership(Side.LEGACY)).startsWith("legacy ");
        sides.write(Side.LEGACY, 1, "after");
        assertThat(coordinator.move(OWNED).state()).isEqualTo(CutoverState.DONE);
        assertThat(sides.rows(Side.SERVICE)).isEqualTo("1=after");
    }
}
