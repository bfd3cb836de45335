package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legacy:3:7461234567890123456:1:0/1A2B3C8",
                "service:0:1:2147483:FFFFFFFF/FFFFFFFF",
                "legacy:0:0:0:0/0"
            })
    void comesBackAsItWasWritten(String text) {
        assertThat(Position.parse(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "legacy",
                "other:0:1:1:0/1",
                "legacy:-1:1:1:0/1",
                "legacy:0:x:1:0/1",
                "legacy:0:1:1:0/1 ",
                "legacy:0:1:1:0/1a",
                "legacy:0:1:1:0/123456789",
                "legacy:9999999999999999999:1:1:0/1",
                "legacy:0:123456789012345678901:1:0/1",
                "legacy:0:1:1234567890:0/1",
                "legacy:0:1:1:0/1/2",
                "legacy:0:1:1:0/",
                "legacy:0:1:1:/1",
                "legacy:0:1:1:01",
                "legacy:0:1:1",
                "legacy:0:1:1:",
                "legacy::1:1:0/1",
                "legacy:0:1:1:1:0/1",
                "legacy:0:\u0661:1:0/1",
                "legacyx:0:1:1:0/1",
                "0:1:1:0/1"
            })
    void isEmptyWhenTheTextIsNoPosition(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void comparesLogPositionsUnsigned() {
        assertThat(Lsn.parse("FFFFFFFF/0")).isGreaterThan(Lsn.parse("7FFFFFFF/0"));
        assertThat(Lsn.parse("0/FFFFFFFF")).isGreaterThan(Lsn.parse("0/10"));
        assertThat(Lsn.parse("1/0").isAtLeast(Lsn.parse("0/FFFFFFFF"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "1", "x/1"})
    void refusesWhatIsNoLogPosition(String text) {
        assertThatThrownBy(() -> Lsn.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
