package com.rentwave.cdc.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rentwave.cdc.position.CapturePosition.ApiPosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.sync.Lsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturePositionTest {

    private static final CapturePosition POSITION =
            CapturePosition.begun(Phase.STREAMING, "7461234567890123456", 2, Lsn.parse("16/B374D848"));

    @ParameterizedTest
    @EnumSource(Phase.class)
    void comesBackAsItWasStored(Phase phase) {
        CapturePosition begun = CapturePosition.begun(phase, "7461234567890123456", 2, Lsn.parse("16/B374D848"));
        CapturePosition armed = begun.with("vehicles", new ApiPosition(phase, 3, Lsn.parse("0/A")))
                .with("rentals", new ApiPosition(Phase.ARMING, 0, Lsn.parse("0/0")));

        assertThat(CapturePosition.parse(begun.toString())).isEqualTo(begun);
        assertThat(CapturePosition.parse(armed.toString())).isEqualTo(armed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "STREAMING",
                "STREAMING nowhere",
                "RUNNING 1:1:0/0",
                "STREAMING 1:1:0/0 vehicles",
                "STREAMING 1:1:0/0 vehicles=STREAMING:1"
            })
    void refusesWhatIsNoPosition(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CapturePosition.parse(text));
    }

    @Test
    void movesOnInTheSameLog() {
        CapturePosition armed = POSITION.with("vehicles", new ApiPosition(Phase.STREAMING, 1, new Lsn(5)));

        assertThat(armed.at(new Lsn(20)).lsn()).isEqualTo(new Lsn(20));
        assertThat(armed.at(new Lsn(20)).apis()).isEqualTo(armed.apis());
    }

    @Test
    void streamsAnApiOnceItsFirstCopyIsComplete() {
        assertThat(POSITION.streams("vehicles")).isFalse();
        assertThat(POSITION.with("vehicles", new ApiPosition(Phase.ARMING, 0, new Lsn(0)))
                        .streams("vehicles"))
                .isFalse();
        assertThat(POSITION.with("vehicles", new ApiPosition(Phase.STREAMING, 0, new Lsn(9)))
                        .streams("vehicles"))
                .isTrue();
    }
}
