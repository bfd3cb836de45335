package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.route.Owner;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The coordinator dies in a flip, before or after the effect of any step and before it is stored, while clients write.
 * Another one takes over by itself; nothing that was acknowledged is lost, on the way there and on the way back.
 */
class CrashIT {

    private static Coordinator coordinator;
    private static TwoSides sides;
    private static StandInStream forward;
    private static StandInStream reverse;
    private static Writers writers;

    /** Stands for {@code kill -9}: nothing of the runner goes on behind it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void start() {
        coordinator = new Coordinator().verified();
        sides = coordinator.sides;
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        writers = new Writers(sides, 3, 0);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    /** Each step and moment, on the way there and on both ways back. */
    static Stream<Death> everyStepOfAFlip() {
        return Stream.of(CutoverPhase.READS, CutoverPhase.LEGACY)
                .flatMap(back -> Death.everyOne(new PhaseChange(CutoverPhase.OWNED, back)));
    }

    @ParameterizedTest
    @MethodSource("everyStepOfAFlip")
    void losesNothingWhenTheCoordinatorDiesAtAnyStepThereAndBack(Death back) throws Exception {
        Death there = new Death(new PhaseChange(CutoverPhase.READS, CutoverPhase.OWNED), back.step(), back.moment());
        for (Death death : new Death[] {there, back}) {
            CutoverPhase to = death.change().to();
            long id = coordinator.order(to);

            dies(operation -> death.of(operation, () -> {
                throw new Killed();
            }));
            takeOver(coordinator.runner());

            Cutover ended = coordinator.cutovers().find(id).orElseThrow();
            assertThat(ended.state()).as(ended.reason()).isEqualTo(CutoverState.DONE);
            assertThat(coordinator.route().phase().name()).isEqualTo(to.name());
            assertOneOwner(to.owner());
        }
        assertNothingIsLost();
    }

    @ParameterizedTest
    @MethodSource("aDyingAbort")
    void losesNothingWhenTheCoordinatorDiesWhileItUndoesAnAttempt(Death.Moment moment) throws Exception {
        for (CutoverPhase to : new CutoverPhase[] {CutoverPhase.OWNED, CutoverPhase.LEGACY}) {
            long id = coordinator.order(to);
            AtomicBoolean failed = new AtomicBoolean();

            dies(operation -> new FailingDrain(operation, moment, failed));
            assertThat(coordinator.cutovers().find(id).orElseThrow().step()).isEqualTo(CutoverStep.ABORT);
            takeOver(coordinator.runner());

            Cutover ended = coordinator.cutovers().find(id).orElseThrow();
            assertThat(ended.state()).as(ended.reason()).isEqualTo(CutoverState.DONE);
            assertThat(ended.attempt()).isGreaterThanOrEqualTo(2);
            assertOneOwner(to.owner());
        }
        assertNothingIsLost();
    }

    static Stream<Death.Moment> aDyingAbort() {
        return Stream.of(Death.Moment.values());
    }

    /** The drain fails once, and undoing the fence kills. */
    private static final class FailingDrain extends DelegatingOperation {
        private final Death.Moment moment;
        private final AtomicBoolean failed;

        private FailingDrain(Operation operation, Death.Moment moment, AtomicBoolean failed) {
            super(operation);
            this.moment = moment;
            this.failed = failed;
        }

        @Override
        public StepOutcome run(Cutover cutover) throws Exception {
            return step() == CutoverStep.DRAIN && failed.compareAndSet(false, true)
                    ? new StepOutcome.Failed("too slow")
                    : super.run(cutover);
        }

        @Override
        public void compensate(Cutover cutover) throws Exception {
            if (step() == CutoverStep.FENCE) {
                if (moment == Death.Moment.AFTER_THE_EFFECT) {
                    super.compensate(cutover);
                }
                throw new Killed();
            }
        }
    }

    private static void dies(UnaryOperator<Operation> tamper) {
        assertThatThrownBy(() -> coordinator.runner(tamper).work()).isInstanceOf(Killed.class);
    }

    /** Rule 27: the successor has to wait for the end of the lease, and for nothing else. */
    private static void takeOver(CutoverRunner successor) {
        await("the lease is over").atMost(Duration.ofSeconds(60)).until(successor::work);
    }

    private static void assertOneOwner(Side owner) {
        Cutover last = coordinator.cutovers().newest(TwoSides.API, 1).get(0);
        assertThat(sides.ownership(owner)).isEqualTo(owner.word() + " " + last.epoch());
        assertThat(sides.ownership(owner.other())).startsWith("nobody ");
        assertThat(coordinator.route().owner()).isEqualTo(Owner.of(owner));
        assertThat(coordinator.route().epoch()).isEqualTo(last.epoch());
    }

    private static void assertNothingIsLost() throws InterruptedException {
        writers.close();
        Set<Long> acknowledged = writers.acknowledged();
        await("both sides are equal").atMost(Duration.ofSeconds(60)).until(() -> sides.rows(Side.LEGACY)
                .equals(sides.rows(Side.SERVICE)));
        Set<Long> rows = Arrays.stream(sides.rows(Side.LEGACY).split(","))
                .map(row -> Long.parseLong(row.substring(0, row.indexOf('='))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(acknowledged).isNotEmpty();
        assertThat(rows).containsAll(acknowledged);
        writers = new Writers(sides, 3, rows.stream().max(Long::compare).orElseThrow() + 1000);
    }

    @AfterAll
    static void endWriters() throws InterruptedException {
        writers.close();
    }
}
