package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutoverStepTest {

    /** Rows: from. Columns: to, in the order of the constants. */
    private static final String MATRIX = """
        GATES     x x . . x x x . . . . . x .
        ARM       . . x . . . . . . . . . . .
        SNAPSHOT  . . . x . . . . . . . . . .
        MAPPING   . . . . . x . . . . . . . .
        BARRIER   . . . . . x . . . . . . . .
        ENTER     x . . . . . . . . . . . . .
        FENCE     . . . . . . . x . . . . . x
        DRAIN     . . . . . . . . x . . . . x
        HAND_OVER . . . . . . . . . x . . . x
        SWITCH    . . . . . . . . . . x . . .
        ROUTE     . . . . . . . . . . . x . .
        VERIFY    x . . . . . . . . . . . . .
        RETIRE    . . . . . x . . . . . . . .
        ABORT     x . . . . . . . . . . . . .
        """;

    @Test
    void goesOnlyWhereTheTableAllows() {
        List<String> lines = new ArrayList<>();
        for (CutoverStep from : CutoverStep.values()) {
            StringBuilder line = new StringBuilder(String.format("%-9s", from));
            for (CutoverStep to : CutoverStep.values()) {
                line.append(from.allows(to) ? " x" : " .");
            }
            lines.add(line.toString());
        }

        assertThat(String.join("\n", lines) + "\n").isEqualTo(MATRIX);
    }

    @DisplayName("rule 3: storing SWITCH is the decision; nothing behind it leads to an abort")
    @Test
    void leadsFromTheDecisionOnlyForward() {
        assertThat(Stream.of(CutoverStep.values()).filter(CutoverStep::isDecided))
                .noneMatch(step -> step.allows(CutoverStep.ABORT))
                .noneMatch(CutoverStep::canAbort);
    }

    static Stream<PhaseChange> changes() {
        return Stream.concat(
                CutoverPhase.LEGACY.pathTo(CutoverPhase.OWNED).stream(),
                Stream.concat(
                        Stream.of(
                                new PhaseChange(CutoverPhase.OWNED, CutoverPhase.READS),
                                new PhaseChange(CutoverPhase.OWNED, CutoverPhase.RETIRED)),
                        Stream.of(CutoverPhase.values())
                                .filter(phase -> phase.leadsTo(CutoverPhase.LEGACY))
                                .map(phase -> new PhaseChange(phase, CutoverPhase.LEGACY))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void takesTheStepsOfEveryChangeInAnAllowedOrder(PhaseChange change) {
        List<CutoverStep> steps = change.steps();

        assertThat(steps.get(0)).isEqualTo(CutoverStep.GATES);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i - 1).allows(steps.get(i)))
                    .as(steps.get(i - 1) + " to " + steps.get(i))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void fencesExactlyWhenTheOwnerChanges(PhaseChange change) {
        assertThat(change.steps().contains(CutoverStep.FENCE)).isEqualTo(change.flips());
        assertThat(change.flips()).isEqualTo(change.oldOwner() != change.newOwner());
    }

    /** What cannot be undone stands right behind the gates, in no flip, and in no other change. */
    @ParameterizedTest
    @MethodSource("changes")
    void retiresExactlyWhenThereIsNoWayBack(PhaseChange change) {
        assertThat(change.steps().contains(CutoverStep.RETIRE)).isEqualTo(change.retires());
        assertThat(change.retires()).isEqualTo(!change.to().leadsTo(CutoverPhase.LEGACY) && !change.isRollback());
        assertThat(CutoverStep.RETIRE.canAbort()).isFalse();
    }

    @DisplayName(
            "rules 12 and 13 and 33: the way back is set up before anything is read or written on the new side, and no flip touches a stream")
    @Test
    void armsBothStreamsOnceAndNeverInAFlip() {
        List<PhaseChange> arming = changes()
                .filter(change -> change.steps().contains(CutoverStep.ARM))
                .toList();

        assertThat(arming).containsExactly(new PhaseChange(CutoverPhase.LEGACY, CutoverPhase.SYNCED));
        assertThat(arming).noneMatch(PhaseChange::flips);
    }
}
