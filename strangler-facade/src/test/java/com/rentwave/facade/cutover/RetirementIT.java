package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.backend.LegacyUses;
import com.rentwave.facade.gate.GateQuestion;
import com.rentwave.facade.gate.Gates;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.facade.stream.StreamsState.Flow;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The move that nothing takes back, and what keeps it from being made too early, twice or by halves. */
class RetirementIT {

    private static final PhaseChange RETIREMENT = new PhaseChange(OWNED, RETIRED);

    private static Coordinator coordinator;
    private static TwoSides sides;
    private static StandInStream forward;
    private static StandInStream reverse;
    private static long row = 2;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void own() throws Exception {
        coordinator = new Coordinator().verified();
        sides = coordinator.sides;
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        assertThat(coordinator.move(OWNED).state()).isEqualTo(CutoverState.DONE);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    @BeforeEach
    void beginOwned() {
        sides.unretire(1);
        coordinator.backends.uses = new LegacyUses(Instant.EPOCH, 0, null);
        coordinator.streams.differences = List.of();
        coordinator.streams.reverse = new Flow("STREAMING", null, "0/1", 0L);
        coordinator.streams.applier = new ApplierState("RUNNING", null);
    }

    private static void assertRetired(long id) throws Exception {
        Cutover ended = coordinator.cutovers().find(id).orElseThrow();
        assertThat(ended.state()).as(ended.reason()).isEqualTo(CutoverState.DONE);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("retired 1");
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("service 1");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.RETIRED);
        assertThat(coordinator.route().owner()).isEqualTo(Owner.SERVICE);
        assertThat(coordinator.route().epoch()).isEqualTo(1);
    }

    @Test
    void fencesTheMonolithForEverAndGoesOnFeedingItsCopy() throws Exception {
        Cutover retired = coordinator.move(RETIRED);
        sides.write(Side.SERVICE, row += 2, "after");

        assertRetired(retired.id());
        assertThat(coordinator.cutovers().history(retired.id()))
                .extracting(StepRecord::step)
                .containsExactly(CutoverStep.GATES, CutoverStep.RETIRE, CutoverStep.ENTER);
        assertThatThrownBy(() -> sides.write(Side.LEGACY, 1, "late"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("RW001"));
        await("the copy is fed").until(() -> sides.rows(Side.LEGACY).contains(row + "=after"));
        assertThatIllegalArgumentException().isThrownBy(() -> coordinator.order(LEGACY));
    }

    static Stream<Death> everyStep() {
        return Death.everyOne(RETIREMENT);
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void isCarriedOutWhenTheCoordinatorDiesAtAnyStep(Death death) throws Exception {
        long id = coordinator.order(RETIRED);

        assertThatThrownBy(() -> coordinator
                        .runner(operation -> death.of(operation, () -> {
                            throw new Killed();
                        }))
                        .work())
                .isInstanceOf(Killed.class);
        CutoverRunner successor = coordinator.runner();
        await("the lease is over").atMost(Duration.ofSeconds(10)).until(successor::work);

        assertRetired(id);
    }

    /** Nobody knows whether the fence is there when its answer is lost: it is tried until that is known, beyond all patience. */
    @Test
    void isNeverLeftHalfDoneWhileADatabaseIsAway() throws Exception {
        long id = coordinator.order(RETIRED);
        int[] lost = {0};
        CutoverRunner runner = coordinator.runner(operation -> operation.step() != CutoverStep.RETIRE
                ? operation
                : Tampered.after(operation, at -> {
                    if (at.stepAge().compareTo(Duration.ofMillis(400)) < 0 || lost[0] == 0) {
                        lost[0]++;
                        throw new SQLException("the connection was lost");
                    }
                }));

        runner.work();

        assertThat(lost[0]).isPositive();
        assertRetired(id);
    }

    static Stream<Arguments> whatSpeaksAgainstIt() {
        return Stream.of(
                against(
                        "legacy-unused: the monolith still answered 7 requests of vehicles since the flip, the last at"
                                + " 2026-11-20T09:00:00Z",
                        with -> with.backends.uses =
                                new LegacyUses(Instant.EPOCH, 7, Instant.parse("2026-11-20T09:00:00Z"))),
                against("reconciliation: ", with -> with.streams.differences = List.of(FakeStreams.difference("1"))),
                against(
                        "order-of-apis: rentals and search of the monolith read its copy of vehicles, and the stream",
                        with -> with.streams.reverse = new Flow("FAILED", "no slot", "0/1", 0L)),
                against(
                        "order-of-apis: rentals and search of the monolith read its copy of vehicles, and the applier",
                        with -> with.streams.applier = new ApplierState("FAILED", "a row")));
    }

    private static Arguments against(String reason, Consumer<Coordinator> change) {
        return Arguments.of(reason, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatSpeaksAgainstIt")
    void isRefusedWithTheReasonAndChangesNothing(String reason, Consumer<Coordinator> change) throws Exception {
        change.accept(coordinator);

        Cutover refused = coordinator.move(RETIRED);

        assertThat(refused.state()).isEqualTo(CutoverState.REFUSED);
        assertThat(refused.reason()).contains(reason);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("nobody 1");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.OWNED);
    }

    @Test
    void isRefusedWhileTheMonolithDoesNotTellWhatItAnswers() throws Exception {
        coordinator.backends.dead.add(Side.LEGACY);
        try {
            assertThat(coordinator.move(RETIRED).reason()).contains("legacy-unused: could not be evaluated");
        } finally {
            coordinator.backends.dead.clear();
        }
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("nobody 1");
    }

    /** A fence without its route: the way back is refused, and the same move asked for again ends what was begun. */
    @Test
    void endsWhatWasBegunAndLeadsNowhereElse() throws Exception {
        new JdbcTemplate(sides.coordinator(Side.LEGACY))
                .update("UPDATE sync.ownership SET owner = 'retired' WHERE api = 'vehicles'");

        Cutover back = coordinator.move(LEGACY);
        Cutover again = coordinator.move(RETIRED);

        assertThat(back.state()).isEqualTo(CutoverState.REFUSED);
        assertThat(back.reason()).contains("ownership: legacy is fenced for ever");
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("service 1");
        assertRetired(again.id());
    }

    @DisplayName("rules 2 and 4: a coordinator that wakes up late in another epoch retires nobody")
    @Test
    void retiresNobodyUnderAnEpochThatIsOver() throws Exception {
        long id = coordinator.order(RETIRED);
        CutoverRunner runner = coordinator.runner(operation -> operation.step() != CutoverStep.RETIRE
                ? operation
                : Tampered.before(operation, at -> new JdbcTemplate(sides.superuser(Side.LEGACY))
                        .update("UPDATE sync.ownership SET owner = 'legacy', epoch = 2")));

        runner.work();

        Cutover ended = coordinator.cutovers().find(id).orElseThrow();
        assertThat(ended.state()).isEqualTo(CutoverState.ABORTED);
        assertThat(ended.reason()).contains("was changed from outside (legacy at epoch 2", "nothing was fenced");
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.OWNED);
    }

    /** The fence for ever, against the coordinator itself: neither a flip nor a rollback that comes late takes it back. */
    @Test
    void isTakenBackByNoFlipHoweverLate() throws Exception {
        assertRetired(coordinator.move(RETIRED).id());
        OwnershipTables ownership = coordinator.bean(OwnershipTables.class);
        JdbcTemplate hand = new JdbcTemplate(sides.coordinator(Side.LEGACY));

        assertThatThrownBy(() -> ownership.fence(Side.LEGACY, TwoSides.API, 2, "late"))
                .hasMessageContaining("for ever");
        assertThatThrownBy(() -> ownership.switchTo(Side.LEGACY, TwoSides.API, 2))
                .hasMessageContaining("for ever");
        assertThatThrownBy(() -> ownership.giveBack(Side.LEGACY, TwoSides.API, 2))
                .hasMessageContaining("for ever");
        assertThatThrownBy(() -> hand.update("UPDATE sync.ownership SET owner = 'legacy' WHERE api = 'vehicles'"))
                .hasStackTraceContaining("for ever");
        assertThat(ownership.retire(Side.LEGACY, TwoSides.API, 1).isRetired()).isTrue();
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("retired 1");
    }

    @Test
    void asksEverythingThatSpeaksAgainstIt() {
        List<Reason> reasons =
                coordinator.bean(Gates.class).ask(new GateQuestion(TwoSides.API, RETIREMENT, OptionalLong.empty()));

        assertThat(reasons).allMatch(Reason::ok);
        assertThat(reasons)
                .extracting(Reason::gate)
                .contains(
                        "no-other-move",
                        "order-of-apis",
                        "ownership",
                        "soak",
                        "legacy-unused",
                        "components-healthy",
                        "streams-healthy",
                        "appliers-running",
                        "reconciliation");
    }
}
