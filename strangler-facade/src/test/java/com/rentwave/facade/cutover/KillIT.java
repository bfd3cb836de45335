package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.DyingCoordinator.Order;
import com.rentwave.facade.cutover.DyingCoordinator.Way;
import com.rentwave.facade.gateway.FacadeClients;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Route;
import com.rentwave.sync.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The process of the coordinator is killed right after each step was stored, and right before what follows it is, while
 * clients write through a facade that lives on. This process takes the move over by its lease. In the profile {@code soak}
 * each step of every change of phase, else of the flip to the service.
 */
class KillIT {

    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final PhaseChange FLIP = new PhaseChange(READS, OWNED);

    @TempDir
    private static Path folder;

    private static Coordinator coordinator;
    private static TwoSides sides;
    private static StandInStream forward;
    private static StandInStream reverse;
    private static FacadeClients clients;

    /** The next one to die; it starts while the one before it does. */
    private static ChildCoordinator next;

    @BeforeAll
    static void start() throws Exception {
        coordinator = new Coordinator().verified();
        coordinator.streams.armed = true;
        sides = coordinator.sides;
        next = new ChildCoordinator(sides, folder);
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        clients = new FacadeClients(sides);
    }

    @AfterAll
    static void stop() throws Exception {
        next.close();
        clients.close();
        forward.close();
        reverse.close();
        coordinator.close();
    }

    /** Every change of phase that a move can be made of. */
    private static Stream<PhaseChange> changes() {
        return Arrays.stream(CutoverPhase.values())
                .flatMap(from -> Arrays.stream(CutoverPhase.values())
                        .filter(from::leadsTo)
                        .flatMap(to -> from.pathTo(to).stream()))
                .distinct();
    }

    private static Stream<PhaseChange> changesOfThisRun() {
        return SOAK ? changes() : Stream.of(FLIP);
    }

    static Stream<Death> everyDeath() {
        return changesOfThisRun().flatMap(Death::everyOne);
    }

    /** Each step that can be undone gives rise to it, and undoing it is what kills. */
    static Stream<Arguments> everyDeathInAnAbort() {
        return changesOfThisRun().flatMap(change -> change.steps().stream()
                .filter(CutoverStep::canAbort)
                .flatMap(failing ->
                        Death.everyOne(change, CutoverStep.ABORT).map(death -> Arguments.of(death, failing))));
    }

    @Test
    void leavesOutNoStep() {
        Set<CutoverStep> steps = changes()
                .flatMap(change -> change.steps().stream())
                .collect(Collectors.toCollection(() -> EnumSet.of(CutoverStep.ABORT)));

        assertThat(steps).containsExactlyInAnyOrder(CutoverStep.values());
        assertThat(FLIP.steps()).filteredOn(CutoverStep::canAbort).isNotEmpty();
    }

    @DisplayName("rule 27: a move whose coordinator is killed at any step is carried to its end by another")
    @ParameterizedTest(name = "{0}")
    @MethodSource("everyDeath")
    void carriesAMoveToItsEnd(Death death) throws Exception {
        long id = begin(death.change());

        Cutover left = kill(id, death, null);
        takeOver(UnaryOperator.identity());

        Cutover ended = assertEnded(id, left, CutoverState.DONE);
        assertThat(ended.epoch()).satisfies(epoch -> {
            if (left.step().isDecided()) {
                assertThat(epoch).as("what was decided").isEqualTo(left.epoch());
            }
        });
    }

    @DisplayName(
            "rule 27: an attempt whose coordinator is killed while it undoes it is undone by another, which tries again")
    @ParameterizedTest(name = "{0}, {1} fails")
    @MethodSource("everyDeathInAnAbort")
    void triesAgain(Death death, CutoverStep failing) throws Exception {
        long id = begin(death.change());

        Cutover left = kill(id, death, failing);
        takeOver(UnaryOperator.identity());

        Cutover ended = assertEnded(id, left, CutoverState.DONE);
        assertThat(ended.attempt()).isGreaterThan(left.attempt());
        assertThat(ended.epoch()).isGreaterThan(left.epoch());
    }

    @DisplayName(
            "rule 27: a move that fails again and again is given up by whoever takes it over, with the rows where they were")
    @ParameterizedTest(name = "{0}, {1} fails")
    @MethodSource("everyDeathInAnAbort")
    void givesUp(Death death, CutoverStep failing) throws Exception {
        long id = begin(death.change());

        Cutover left = kill(id, death, failing);
        takeOver(operation -> operation.step() == failing ? DyingCoordinator.losingItsAnswer(operation) : operation);

        Cutover ended = assertEnded(id, left, CutoverState.ABORTED);
        assertThat(ended.attempt())
                .isEqualTo(coordinator.bean(CutoverSettings.class).attempts());
    }

    /** The move is ordered, and the clients write. */
    private static long begin(PhaseChange change) throws InterruptedException {
        bringTo(change.from());
        clients.begin();
        return coordinator.order(change.to());
    }

    private static void bringTo(CutoverPhase phase) throws InterruptedException {
        CutoverPhase now = CutoverPhase.valueOf(coordinator.route().phase().name());
        if (now == RETIRED) {
            sides.unretire(coordinator.route().epoch());
            now = OWNED;
        }
        if (now != phase && !now.leadsTo(phase)) {
            assertThat(coordinator.move(LEGACY).state()).isEqualTo(CutoverState.DONE);
            now = LEGACY;
        }
        if (now != phase) {
            assertThat(coordinator.move(phase).state()).isEqualTo(CutoverState.DONE);
        }
    }

    /** Every other death is one by SIGKILL. */
    private static Cutover kill(long id, Death death, CutoverStep failing) throws Exception {
        int number = death.step().ordinal() + death.moment().ordinal() + (failing == null ? 0 : failing.ordinal());
        Order order = new Order(death, number % 2 == 0 ? Way.HALTS : Way.IS_KILLED, failing);
        try (ChildCoordinator child = next) {
            next = new ChildCoordinator(sides, folder);
            child.die(order);
        }

        Cutover left = coordinator.cutovers().find(id).orElseThrow();
        assertThat(left.isRunning()).isTrue();
        assertThat(death.isAt(left)).as("it was left at " + left.step()).isTrue();
        Route route = coordinator.route();
        Side named = route.owner().side().orElseThrow();
        assertThat(owners()).hasSizeLessThanOrEqualTo(1);
        if (!owners().equals(List.of(named))) {
            await("a write is held").until(() -> clients.held() > 0);
        }
        return left;
    }

    private static List<Side> owners() {
        return Arrays.stream(Side.values())
                .filter(side -> sides.ownership(side).startsWith(side.word() + " "))
                .toList();
    }

    private static void takeOver(UnaryOperator<Operation> tamper) {
        CutoverRunner successor = coordinator.runner(tamper);
        await("the lease is over").atMost(Duration.ofSeconds(60)).until(successor::work);
    }

    private static Cutover assertEnded(long id, Cutover left, CutoverState state) throws InterruptedException {
        Cutover ended = coordinator.cutovers().find(id).orElseThrow();
        assertThat(ended.state()).as(ended.reason()).isEqualTo(state);
        assertOneOwner(ended, left.change());
        assertEveryWriteIsAnsweredAndDoneOnce();
        return ended;
    }

    private static void assertOneOwner(Cutover ended, PhaseChange change) {
        boolean done = ended.state() == CutoverState.DONE;
        CutoverPhase phase = done ? change.to() : change.from();
        Route route = coordinator.route();
        assertThat(route.phase().name()).isEqualTo(phase.name());
        assertThat(route.owner()).isEqualTo(Owner.of(phase.owner()));
        assertThat(ended.epoch()).isIn(null, route.epoch());
        assertThat(sides.ownership(phase.owner())).isEqualTo(phase.owner().word() + " " + route.epoch());
        assertThat(sides.ownership(phase.owner().other()))
                .startsWith(phase == RETIRED ? "retired " : "nobody ")
                .satisfies(other -> assertThat(epoch(other)).isLessThanOrEqualTo(route.epoch()));
        if (done && change.flips()) {
            assertThat(epoch(sides.ownership(phase.owner().other()))).isEqualTo(route.epoch());
        }
        assertThat(new JdbcTemplate(sides.migration())
                        .queryForList(
                                "SELECT epoch FROM flip_certificate WHERE cutover_id = ?", Long.class, ended.id()))
                .as("epochs that were certified")
                .isEqualTo(done && change.flips() ? List.of(ended.epoch()) : List.of());
    }

    private static long epoch(String ownership) {
        return Long.parseLong(ownership.split(" ")[1]);
    }

    private static void assertEveryWriteIsAnsweredAndDoneOnce() throws InterruptedException {
        assertThat(clients.end()).as("every write is answered").isTrue();
        assertThat(clients.wrong()).isEmpty();
        assertThat(clients.held()).isZero();
        assertThat(clients.commits().values()).containsOnly(1);
        await("both sides are equal").atMost(Duration.ofSeconds(60)).until(() -> sides.rows(Side.LEGACY)
                .equals(sides.rows(Side.SERVICE)));
        Set<Long> rows = Arrays.stream(sides.rows(Side.LEGACY).split(","))
                .map(row -> Long.parseLong(row.substring(0, row.indexOf('='))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(clients.answered());
    }
}
