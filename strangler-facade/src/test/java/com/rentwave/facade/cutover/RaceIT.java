package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.hold.Holds;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Coordinators that work on one move at once, as if the lease did not exist, and ones that wake up late. */
class RaceIT {

    private final Coordinator coordinator = new Coordinator().verified();
    private final TwoSides sides = coordinator.sides;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private StandInStream forward;
    private StandInStream reverse;

    /** The stored moves with a lease that everybody gets. */
    private static final class NoLease extends DelegatingCutovers {

        private NoLease(Cutovers cutovers) {
            super(cutovers);
        }

        @Override
        public Optional<Cutover> lease(String holder, Duration length) {
            return running();
        }

        @Override
        public void release(String holder) {}
    }

    @BeforeEach
    void stream() {
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
    }

    @AfterEach
    void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(30, TimeUnit.SECONDS);
        forward.close();
        reverse.close();
        coordinator.close();
    }

    @DisplayName("rules 2 and 3: two coordinators at once do what one would do")
    @Test
    void twoCoordinatorsAtOnceDoWhatOneWouldDo() throws Exception {
        Writers writers = new Writers(sides, 3, 0);
        for (int flip = 0; flip < 8; flip++) {
            CutoverPhase to = flip % 2 == 0 ? CutoverPhase.OWNED : CutoverPhase.LEGACY;
            long id = coordinator.order(to);
            List<Future<?>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                CutoverRunner runner = leaseless(new Random(flip * 10L + i));
                both.add(threads.submit(() -> runner.work()));
            }
            for (Future<?> one : both) {
                one.get(60, TimeUnit.SECONDS);
            }
            Cutover ended = coordinator.cutovers().find(id).orElseThrow();
            assertThat(ended.state()).as(ended.reason()).isEqualTo(CutoverState.DONE);
            assertThat(sides.ownership(to.owner())).isEqualTo(to.owner().word() + " " + ended.epoch());
            assertThat(sides.ownership(to.owner().other())).startsWith("nobody ");
        }
        writers.close();
        assertNothingIsLost(writers.acknowledged());
    }

    @DisplayName("rule 2: fences only WHERE epoch = e-1")
    @Test
    void aCoordinatorThatWakesUpBeforeItsFenceChangesNothingAfterTheAttemptWasAborted() throws Exception {
        Paused paused = pausedAt(CutoverStep.FENCE);
        CutoverRunner other = new CutoverRunner(
                new NoLease(coordinator.cutovers()),
                operations(operation -> operation.step() == CutoverStep.FENCE ? new Refusing(operation) : operation),
                new FlipHolds(coordinator.bean(Holds.class)),
                coordinator.bean(CutoverSettings.class));
        other.work();
        String before = sides.ownership(Side.LEGACY);

        paused.wakeUp();

        assertThat(coordinator.cutovers().find(paused.id).orElseThrow().state()).isEqualTo(CutoverState.ABORTED);
        assertThat(before).isEqualTo("legacy 4");
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo(before);
        sides.write(Side.LEGACY, 1, "still writable");
    }

    @DisplayName("rule 2: switches only WHERE epoch < e")
    @Test
    void aCoordinatorThatWakesUpBeforeItsSwitchChangesNothingAfterTheNextFlip() throws Exception {
        Paused paused = pausedAt(CutoverStep.SWITCH);
        finishAndGoBack(1);

        paused.wakeUp();

        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("nobody 2");
        assertThat(coordinator.route().owner()).isEqualTo(Owner.LEGACY);
    }

    @DisplayName("rule 2: the route follows only WHERE epoch < e")
    @Test
    void aCoordinatorThatWakesUpBeforeItTurnsTheRouteChangesNothingAfterTheNextFlip() throws Exception {
        Paused paused = pausedAt(CutoverStep.ROUTE);
        finishAndGoBack(4);
        Route before = coordinator.route();

        paused.wakeUp();

        assertThat(before.owner()).isEqualTo(Owner.LEGACY);
        assertThat(coordinator.route()).isEqualTo(before);
    }

    @DisplayName("rule 3: an abort and a switch are both tried; the first stored step decides")
    @Test
    void storesOnlyOneOfAnAbortAndASwitch() throws Exception {
        Paused paused = pausedAt(CutoverStep.HAND_OVER);
        Cutover at = coordinator.cutovers().find(paused.id).orElseThrow();
        CountDownLatch start = new CountDownLatch(1);
        Future<Optional<Cutover>> aborting = threads.submit(() -> {
            start.await();
            return coordinator.cutovers().store(at, at.givenUp("too slow"), "too slow");
        });
        Future<Optional<Cutover>> switching = threads.submit(() -> {
            start.await();
            return coordinator.cutovers().store(at, at.done(), "equal");
        });

        start.countDown();

        assertThat(aborting.get().isPresent()).isNotEqualTo(switching.get().isPresent());
        Cutover stored = coordinator.cutovers().find(paused.id).orElseThrow();
        assertThat(stored.step()).isEqualTo(switching.get().isPresent() ? CutoverStep.SWITCH : CutoverStep.ABORT);
        leaseless(new Random(2)).work();
        paused.wakeUp();
    }

    /** A coordinator that was paused while it entered a phase cannot bring that phase back later. */
    @Test
    void aCoordinatorThatWakesUpBeforeItEntersAPhaseChangesNothingAfterARollback() throws Exception {
        Paused paused = pausedAt(CutoverStep.ENTER, CutoverPhase.READS);
        finishAndGoBack(3);
        long version = coordinator.route().version();

        paused.wakeUp();

        assertThat(coordinator.route().phase()).isEqualTo(Phase.LEGACY);
        assertThat(coordinator.route().version()).isEqualTo(version);
    }

    /** A runner stuck just before the effect of a step. */
    private static final class Paused {
        private final long id;
        private final CountDownLatch awake;
        private final Future<?> work;

        Paused(long id, CountDownLatch awake, Future<?> work) {
            this.id = id;
            this.awake = awake;
            this.work = work;
        }

        void wakeUp() throws Exception {
            awake.countDown();
            work.get(60, TimeUnit.SECONDS);
        }
    }

    private Paused pausedAt(CutoverStep step) throws InterruptedException {
        return pausedAt(step, CutoverPhase.OWNED);
    }

    private Paused pausedAt(CutoverStep step, CutoverPhase entering) throws InterruptedException {
        long id = coordinator.order(entering);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        CutoverRunner runner = new CutoverRunner(
                new NoLease(coordinator.cutovers()),
                operations(operation -> operation.step() == step
                        ? Tampered.before(operation, at -> {
                            if (at.change().to() == entering) {
                                there.countDown();
                                awake.await();
                            }
                        })
                        : operation),
                new FlipHolds(coordinator.bean(Holds.class)),
                coordinator.bean(CutoverSettings.class));
        Future<?> work = threads.submit(() -> runner.work());
        assertThat(there.await(30, TimeUnit.SECONDS)).isTrue();
        return new Paused(id, awake, work);
    }

    /** A fence that never gets its lock. */
    private static final class Refusing extends DelegatingOperation {

        private Refusing(Operation operation) {
            super(operation);
        }

        @Override
        public StepOutcome run(Cutover cutover) {
            return new StepOutcome.Failed("the lock was busy");
        }
    }

    /** Another coordinator ends what the paused one has begun, and takes the API back to LEGACY. */
    private void finishAndGoBack(int seed) throws InterruptedException {
        CutoverRunner other = leaseless(new Random(seed));
        other.work();
        coordinator.order(CutoverPhase.LEGACY);
        other.work();
    }

    private CutoverRunner leaseless(Random random) {
        return new CutoverRunner(
                new NoLease(coordinator.cutovers()),
                operations(operation ->
                        Tampered.after(Tampered.before(operation, at -> linger(random)), at -> linger(random))),
                new FlipHolds(coordinator.bean(Holds.class)),
                coordinator.bean(CutoverSettings.class));
    }

    private static void linger(Random random) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(4) == 0 ? random.nextInt(60) : 0);
    }

    private List<Operation> operations(UnaryOperator<Operation> tamper) {
        return coordinator.operations().stream().map(tamper).toList();
    }

    private void assertNothingIsLost(Set<Long> acknowledged) {
        await("both sides are equal").atMost(Duration.ofSeconds(60)).until(() -> sides.rows(Side.LEGACY)
                .equals(sides.rows(Side.SERVICE)));
        Set<Long> rows = Arrays.stream(sides.rows(Side.LEGACY).split(","))
                .map(row -> Long.parseLong(row.substring(0, row.indexOf('='))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(acknowledged).isNotEmpty();
        assertThat(rows).containsAll(acknowledged);
    }
}
