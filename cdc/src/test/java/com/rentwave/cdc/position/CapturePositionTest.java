package com.rentwave.cdc.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturePositionTest {

    @ParameterizedTest
    @EnumSource(Phase.class)
    void comesBackAsItWasStored(Phase phase) {
        CapturePosition position = new CapturePosition(
                phase, new Position(Side.SERVICE, 3, "7461234567890123456", 2, Lsn.parse("16/B374D848")));

        assertThat(CapturePosition.parse(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STREAMING", "STREAMING nowhere", "RUNNING legacy:0:1:1:0/0"})
    void refusesWhatIsNoPosition(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CapturePosition.parse(text));
    }

    @Test
    void movesOnInTheSameLog() {
        CapturePosition position =
                new CapturePosition(Phase.STREAMING, new Position(Side.LEGACY, 0, "7", 1, new Lsn(10)));

        assertThat(position.at(new Lsn(20), 4).source()).isEqualTo(new Position(Side.LEGACY, 4, "7", 1, new Lsn(20)));
    }
}
