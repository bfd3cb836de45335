package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockChoiceTest {

    /** What the environment says, what runs, whether it may be changed; what is chosen and told then. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       -,       true,  FIXED,   -",
                "MOVABLE, -,       true,  MOVABLE, -",
                "MOVABLE, -,       false, MOVABLE, -",
                "-,       MOVABLE, true,  MOVABLE, -",
                "-,       MOVABLE, false, MOVABLE, -",
                "-,       FIXED,   true,  FIXED,   -",
                "MOVABLE, MOVABLE, false, MOVABLE, -",
                "FIXED,   MOVABLE, true,  FIXED,   From now on the clock of rentals cannot be moved",
                "MOVABLE, FIXED,   true,  MOVABLE, From now on the clock of rentals can be moved",
                "FIXED,   MOVABLE, false, MOVABLE, The clock of rentals can be moved in the RentWave that runs",
                "MOVABLE, FIXED,   false, FIXED,   The clock of rentals cannot be moved in the RentWave that runs"
            })
    void leavesWhatRunsAsItIsUnlessItIsToldOtherwise(
            MovableClock told, MovableClock running, boolean mayChange, MovableClock chosen, String note) {
        ClockChoice choice = ClockChoice.of(Optional.ofNullable(told), Optional.ofNullable(running), mayChange);

        assertThat(choice.clock()).isEqualTo(chosen);
        assertThat(choice.note().isPresent()).isEqualTo(note != null);
        choice.note().ifPresent(sentence -> assertThat(sentence).startsWith(note));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(MovableClock.toldBy(Map.of())).isEmpty();
        assertThat(MovableClock.toldBy(Map.of("RENTWAVE_MOVABLE_CLOCK", " "))).isEmpty();
        assertThat(MovableClock.toldBy(Map.of("RENTWAVE_MOVABLE_CLOCK", "true")))
                .contains(MovableClock.MOVABLE);
        assertThat(MovableClock.toldBy(Map.of("RENTWAVE_MOVABLE_CLOCK", "no"))).contains(MovableClock.FIXED);
    }
}
