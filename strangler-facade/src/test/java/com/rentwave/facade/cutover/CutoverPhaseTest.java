package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.RETIRED;
import static com.rentwave.facade.cutover.CutoverPhase.SHADOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rentwave.facade.route.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CutoverPhaseTest {

    private static final String MATRIX = """
        LEGACY  . x x x x x .
        SYNCED  x . x x x x .
        SHADOW  x . . x x x .
        CANARY  x . . . x x .
        READS   x . . . . x .
        OWNED   x . . . x . x
        RETIRED . . . . . . .
        """;

    @Test
    void leadsForwardOrBackAndNowhereFromRetired() {
        StringBuilder found = new StringBuilder();
        for (CutoverPhase from : CutoverPhase.values()) {
            found.append(String.format("%-7s", from));
            for (CutoverPhase to : CutoverPhase.values()) {
                found.append(from.leadsTo(to) ? " x" : " .");
            }
            found.append('\n');
        }

        assertThat(found).hasToString(MATRIX);
    }

    @Test
    void passesEveryPhaseOnTheWay() {
        assertThat(SHADOW.pathTo(OWNED))
                .containsExactly(
                        new PhaseChange(SHADOW, CutoverPhase.CANARY),
                        new PhaseChange(CutoverPhase.CANARY, READS),
                        new PhaseChange(READS, OWNED));
    }

    /** A move to OWNED never runs on, and RETIRED is a move of its own. */
    @Test
    void isRetiredOnlyFromOwnedAndOnlyWhenAskedFor() {
        for (CutoverPhase from : CutoverPhase.values()) {
            for (CutoverPhase to : CutoverPhase.values()) {
                if (from.leadsTo(to) && from.pathTo(to).stream().anyMatch(PhaseChange::retires)) {
                    assertThat(from.pathTo(to)).containsExactly(new PhaseChange(OWNED, RETIRED));
                }
            }
        }
        assertThat(OWNED.pathTo(RETIRED)).containsExactly(new PhaseChange(OWNED, RETIRED));
        assertThat(RETIRED.owner()).isEqualTo(OWNED.owner());
        assertThatIllegalArgumentException().isThrownBy(() -> new PhaseChange(RETIRED, LEGACY));
    }

    @Test
    void goesBackInOneChange() {
        assertThat(OWNED.pathTo(LEGACY)).containsExactly(new PhaseChange(OWNED, LEGACY));
        assertThat(OWNED.pathTo(READS)).containsExactly(new PhaseChange(OWNED, READS));
        assertThat(READS.pathTo(LEGACY)).containsExactly(new PhaseChange(READS, LEGACY));
    }

    @Test
    void refusesAWayThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> READS.pathTo(SHADOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhaseChange(LEGACY, READS));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhaseChange(LEGACY, LEGACY));
    }

    @ParameterizedTest
    @EnumSource(CutoverPhase.class)
    void isAPhaseOfTheRouteToo(CutoverPhase phase) {
        assertThat(Phase.valueOf(phase.name()).name()).isEqualTo(phase.name());
    }
}
