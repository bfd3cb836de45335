package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.SHADOW;
import static com.rentwave.facade.cutover.CutoverPhase.SYNCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CutoverTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<Reason> OPEN = List.of(Reason.yes("lag", "small"));
    private static final List<Reason> SHUT = List.of(Reason.yes("lag", "small"), Reason.no("contracts", "none"));

    private static Cutover asked(CutoverPhase from, CutoverPhase to) {
        return Cutover.asked(7, "vehicles", from, to, NOW);
    }

    private static Cutover flipAt(CutoverStep step) {
        Cutover cutover = asked(READS, OWNED);
        if (step == CutoverStep.GATES) {
            return cutover;
        }
        cutover = cutover.opened(OPEN, 4L);
        if (step == CutoverStep.ABORT) {
            return cutover.givenUp("the lock was busy");
        }
        while (cutover.step() != step) {
            cutover = cutover.done();
        }
        return cutover;
    }

    @Test
    void goesThroughEveryStepOfEveryChange() {
        List<String> steps = new ArrayList<>();
        for (Cutover at = asked(LEGACY, OWNED);
                at.isRunning();
                at = at.step() == CutoverStep.GATES ? at.opened(OPEN, 1L) : at.done()) {
            steps.add(at.change().to() + " " + at.step());
        }

        assertThat(steps)
                .startsWith("SYNCED GATES", "SYNCED ARM", "SYNCED SNAPSHOT", "SYNCED MAPPING", "SYNCED ENTER")
                .contains("SHADOW ENTER", "CANARY ENTER", "READS BARRIER", "READS ENTER")
                .endsWith(
                        "OWNED GATES",
                        "OWNED FENCE",
                        "OWNED DRAIN",
                        "OWNED HAND_OVER",
                        "OWNED SWITCH",
                        "OWNED ROUTE",
                        "OWNED VERIFY");
    }

    @Test
    void endsAtTheTarget() {
        Cutover done = asked(SYNCED, SHADOW).opened(OPEN, null).done();

        assertThat(done.state()).isEqualTo(CutoverState.DONE);
        assertThatIllegalStateException().isThrownBy(done::done);
    }

    @Test
    void endsWithoutAReasonWhenALaterAttemptSucceeds() {
        Cutover cutover = flipAt(CutoverStep.ABORT).triedAgain().opened(OPEN, 5L);
        while (cutover.isRunning()) {
            cutover = cutover.done();
        }

        assertThat(cutover.state()).isEqualTo(CutoverState.DONE);
        assertThat(cutover.reason()).isNull();
        assertThat(cutover.attempt()).isEqualTo(2);
    }

    @Test
    void endsWithTheReasonsOfShutGates() {
        Cutover refused = asked(READS, OWNED).refused(SHUT);

        assertThat(refused.state()).isEqualTo(CutoverState.REFUSED);
        assertThat(refused.reason()).isEqualTo("contracts: none");
        assertThat(refused.reasons()).isEqualTo(SHUT);
    }

    @Test
    void isRefusedOnlyByItsGates() {
        assertThatIllegalStateException()
                .isThrownBy(() -> flipAt(CutoverStep.FENCE).refused(SHUT));
    }

    @ParameterizedTest
    @EnumSource(names = {"FENCE", "DRAIN", "HAND_OVER"})
    void isUndoneWhenItFailsBeforeTheDecision(CutoverStep step) {
        Cutover undoing = flipAt(step).givenUp("no answer");

        assertThat(undoing.step()).isEqualTo(CutoverStep.ABORT);
        assertThat(undoing.isRunning()).isTrue();
        assertThat(undoing.epoch()).isEqualTo(4);
        assertThat(undoing.reason()).isEqualTo("no answer");
    }

    @DisplayName("rule 3: once SWITCH is stored nobody gives up")
    @ParameterizedTest
    @EnumSource(names = {"SWITCH", "ROUTE", "VERIFY"})
    void isNeverGivenUpAfterTheDecision(CutoverStep step) {
        Cutover decided = flipAt(step);

        assertThatIllegalStateException().isThrownBy(() -> decided.givenUp("no answer"));
        assertThatIllegalStateException().isThrownBy(decided::triedAgain);
        assertThatIllegalStateException().isThrownBy(() -> decided.aborted("no", OPEN));
    }

    @Test
    void asksTheGatesAgainUnderANewAttemptAndANewEpoch() {
        Cutover again = flipAt(CutoverStep.ABORT).triedAgain();

        assertThat(again.step()).isEqualTo(CutoverStep.GATES);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.epoch()).isNull();
    }

    @Test
    void endsWhereItIsWhenAStepOutsideAFlipFails() {
        Cutover ended = asked(LEGACY, SYNCED).opened(OPEN, null).givenUp("cdc is away");

        assertThat(ended.state()).isEqualTo(CutoverState.ABORTED);
        assertThat(ended.reason()).contains("ARM").contains("cdc is away");
    }

    @Test
    void goesOnWithARetirementOnceItsGatesAreOpen() {
        Cutover asked = asked(OWNED, CutoverPhase.RETIRED);
        Cutover fencing = asked.opened(OPEN, 3L);
        Cutover entering = fencing.done();

        assertThat(asked.goesOn()).isFalse();
        assertThat(fencing.step()).isEqualTo(CutoverStep.RETIRE);
        assertThat(fencing.epoch()).isEqualTo(3);
        assertThat(fencing.goesOn()).isTrue();
        assertThat(entering.step()).isEqualTo(CutoverStep.ENTER);
        assertThat(entering.goesOn()).isTrue();
        assertThat(entering.done().state()).isEqualTo(CutoverState.DONE);
    }

    @DisplayName("rule 4: an attempt's barrier is never taken for another attempt's")
    @Test
    void namesItsBarrierAfterMoveAttemptAndEpoch() {
        Cutover first = flipAt(CutoverStep.DRAIN);
        Cutover second = first.givenUp("slow").triedAgain().opened(OPEN, 5L);

        assertThat(first.barrier()).isNotEqualTo(second.barrier());
    }
}
