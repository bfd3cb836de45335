package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.cutover.Death.Moment;
import com.rentwave.facade.cutover.DyingCoordinator.Order;
import com.rentwave.facade.cutover.DyingCoordinator.Way;
import com.rentwave.facade.cutover.Sleep.Awakening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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

/**
 * The process of the coordinator is killed right after each step was stored, and right before what follows it is, or it is
 * stopped in the middle of a step and wakes up late, while clients write through a facade that lives on. This process
 * takes the move over by its lease. In the profile {@code soak} each step of every change of phase, else of the flip to
 * the service, and some of its stops.
 */
class KillIT {

    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final PhaseChange FLIP = new PhaseChange(READS, OWNED);

    @TempDir
    private static Path folder;

    private static MovesUnderWrites moves;
    private static Coordinator coordinator;

    /** The next two to die: one can, while the other one starts. */
    private static final Queue<ChildCoordinator> SPARE = new ArrayDeque<>();

    @BeforeAll
    static void start() throws Exception {
        coordinator = new Coordinator().verified();
        startAnother();
        moves = new MovesUnderWrites(coordinator);
        startAnother();
    }

    @AfterAll
    static void stop() throws Exception {
        for (ChildCoordinator child : SPARE) {
            child.close();
        }
        moves.close();
        coordinator.close();
    }

    private static void startAnother() throws IOException {
        SPARE.add(new ChildCoordinator(coordinator.sides, folder));
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

    /** When it is not every one, then each that is stopped by another condition. */
    static Stream<Sleep> everySleep() {
        return SOAK
                ? changes().filter(PhaseChange::flips).flatMap(Sleep::everyOne)
                : Stream.of(
                        sleep(CutoverStep.FENCE, Moment.BEFORE_THE_EFFECT, Awakening.IN_THE_NEXT_ATTEMPT),
                        sleep(CutoverStep.DRAIN, Moment.AFTER_THE_EFFECT, Awakening.IN_THE_SAME_ATTEMPT),
                        sleep(CutoverStep.HAND_OVER, Moment.AFTER_THE_EFFECT, Awakening.IN_THE_NEXT_ATTEMPT),
                        sleep(CutoverStep.SWITCH, Moment.BEFORE_THE_EFFECT, Awakening.AFTER_THE_WAY_BACK),
                        sleep(CutoverStep.ROUTE, Moment.BEFORE_THE_EFFECT, Awakening.AFTER_THE_WAY_BACK),
                        sleep(CutoverStep.VERIFY, Moment.AFTER_THE_EFFECT, Awakening.AFTER_THE_WAY_BACK),
                        sleep(CutoverStep.ABORT, Moment.BEFORE_THE_EFFECT, Awakening.IN_THE_NEXT_ATTEMPT));
    }

    private static Sleep sleep(CutoverStep step, Moment moment, Awakening until) {
        return new Sleep(new Death(FLIP, step, moment), until);
    }

    @Test
    void leavesOutNoStep() {
        Set<CutoverStep> steps = changes()
                .flatMap(change -> change.steps().stream())
                .collect(Collectors.toCollection(() -> EnumSet.of(CutoverStep.ABORT)));

        assertThat(steps).containsExactlyInAnyOrder(CutoverStep.values());
        assertThat(FLIP.steps()).filteredOn(CutoverStep::canAbort).isNotEmpty();
        assertThat(Sleep.everyOne(FLIP).toList()).containsAll(everySleep().toList());
    }

    @DisplayName("rule 27: a move whose coordinator is killed at any step is carried to its end by another")
    @ParameterizedTest(name = "{0}")
    @MethodSource("everyDeath")
    void carriesAMoveToItsEnd(Death death) throws Exception {
        long id = moves.begin(death.change());

        Cutover left = kill(id, death, null);
        moves.takeOver(coordinator.runner());

        Cutover ended = moves.assertEnded(id, left.change(), CutoverState.DONE);
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
        long id = moves.begin(death.change());

        Cutover left = kill(id, death, failing);
        moves.takeOver(coordinator.runner());

        Cutover ended = moves.assertEnded(id, left.change(), CutoverState.DONE);
        assertThat(ended.attempt()).isGreaterThan(left.attempt());
        assertThat(ended.epoch()).isGreaterThan(left.epoch());
    }

    @DisplayName(
            "rule 27: a move that fails again and again is given up by whoever takes it over, with the rows where they were")
    @ParameterizedTest(name = "{0}, {1} fails")
    @MethodSource("everyDeathInAnAbort")
    void givesUp(Death death, CutoverStep failing) throws Exception {
        long id = moves.begin(death.change());

        Cutover left = kill(id, death, failing);
        moves.takeOver(coordinator.runner(
                operation -> operation.step() == failing ? DyingCoordinator.losingItsAnswer(operation) : operation));

        Cutover ended = moves.assertEnded(id, left.change(), CutoverState.ABORTED);
        assertThat(ended.attempt())
                .isEqualTo(coordinator.bean(CutoverSettings.class).attempts());
    }

    /** Every other death is one by SIGKILL. */
    private static Cutover kill(long id, Death death, CutoverStep failing) throws Exception {
        int number = death.step().ordinal() + death.moment().ordinal() + (failing == null ? 0 : failing.ordinal());
        Order order = new Order(death, number % 2 == 0 ? Way.HALTS : Way.IS_KILLED, failing);
        try (ChildCoordinator child = SPARE.remove()) {
            startAnother();
            child.die(order);
        }
        return moves.leftAt(id, death);
    }

    @DisplayName("rules 2 and 3: a coordinator that is stopped at any step of a flip and wakes up late changes nothing")
    @ParameterizedTest(name = "{0}")
    @MethodSource("everySleep")
    void changesNothingLate(Sleep sleep) throws Exception {
        ChildCoordinator sleeper = SPARE.element();
        boolean wokeUp = false;
        try {
            PhaseChange flip = sleep.at().change();
            long id = moves.begin(flip);
            sleeper.stop(new Order(sleep.at(), Way.IS_STOPPED, sleep.failing()));
            Cutover left = moves.leftAt(id, sleep.at());
            AtomicBoolean over = new AtomicBoolean();

            moves.takeOver(coordinator.runner(
                    LongLease::new,
                    operation -> new Successor(operation, sleep, left, () -> {
                        if (over.compareAndSet(false, true)) {
                            assertNothingChanges(id, sleeper);
                        }
                    })));
            moves.assertEnded(id, flip, CutoverState.DONE);
            if (sleep.until() == Awakening.AFTER_THE_WAY_BACK) {
                Cutover back = moves.move(flip.from());
                assertNothingChanges(id, sleeper);
                moves.assertEnded(back.id(), back.change(), CutoverState.DONE);
            } else {
                assertThat(over).isTrue();
            }
            wokeUp = true;
        } finally {
            if (!wokeUp) {
                SPARE.remove().close();
                startAnother();
            }
        }
    }

    /** Errors, because an operation that throws an exception is tried again. */
    private static void assertNothingChanges(long id, ChildCoordinator sleeper) {
        List<String> before = moves.state(id);

        try {
            sleeper.wakeUp();
        } catch (Exception e) {
            throw new AssertionError("it did not wake up", e);
        }

        assertThat(moves.state(id)).isEqualTo(before);
    }

    /** The lease of one who waits for another to wake up, however long that takes on a busy machine. */
    private static final class LongLease extends DelegatingCutovers {

        private LongLease(Cutovers cutovers) {
            super(cutovers);
        }

        @Override
        public Optional<Cutover> lease(String holder, Duration length) {
            return super.lease(holder, Duration.ofMinutes(2));
        }
    }

    /** What the other one does: fails first, when the next attempt is to be waited for, and wakes the sleeper up. */
    private static final class Successor extends DelegatingOperation {

        private final Sleep sleep;
        private final Cutover left;
        private final Runnable awakening;

        private Successor(Operation operation, Sleep sleep, Cutover left, Runnable awakening) {
            super(operation);
            this.sleep = sleep;
            this.left = left;
            this.awakening = awakening;
        }

        @Override
        public StepOutcome run(Cutover at) throws Exception {
            if (sleep.isOver(at, left)) {
                awakening.run();
            }
            StepOutcome outcome = super.run(at);
            boolean fails = sleep.until() == Awakening.IN_THE_NEXT_ATTEMPT
                    && at.attempt() == left.attempt()
                    && at.step() == left.step();
            return fails ? new StepOutcome.Failed("too late") : outcome;
        }
    }
}
