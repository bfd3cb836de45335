package com.rentwave.facade.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeenPositionsTest {

    private static Position at(String text) {
        return Position.parse(text).orElseThrow();
    }

    private static String later(String known, String seen, Side owner) {
        return SeenPositions.NONE
                .and("vehicles", at(known), owner)
                .and("vehicles", at(seen), owner)
                .of("vehicles")
                .orElseThrow()
                .toString();
    }

    @Test
    void keepsTheHigherEpoch() {
        assertThat(later("legacy:3:1:1:0/FF", "service:4:1:1:0/1", null)).isEqualTo("service:4:1:1:0/1");
        assertThat(later("service:4:1:1:0/1", "legacy:3:1:1:0/FF", null)).isEqualTo("service:4:1:1:0/1");
    }

    @Test
    void keepsTheHigherLogPositionOfOneSide() {
        assertThat(later("legacy:3:1:1:0/A", "legacy:3:1:1:0/B", null)).isEqualTo("legacy:3:1:1:0/B");
        assertThat(later("legacy:3:1:1:0/B", "legacy:3:1:1:0/A", null)).isEqualTo("legacy:3:1:1:0/B");
        assertThat(later("legacy:3:1:1:80000000/0", "legacy:3:1:1:1/0", null)).isEqualTo("legacy:3:1:1:80000000/0");
    }

    @Test
    void keepsTheOwnersPositionWhenBothSidesMeetInOneEpoch() {
        assertThat(later("service:4:1:1:0/A", "legacy:4:1:1:0/B", Side.SERVICE)).isEqualTo("service:4:1:1:0/A");
        assertThat(later("legacy:4:1:1:0/B", "service:4:1:1:0/A", Side.SERVICE)).isEqualTo("service:4:1:1:0/A");
    }

    @DisplayName("rule 21: after a restore the log begins again lower")
    @Test
    void takesWhatItSeesNowOnAnotherTimeline() {
        assertThat(later("legacy:3:1:1:0/B", "legacy:3:1:2:0/A", null)).isEqualTo("legacy:3:1:2:0/A");
        assertThat(later("legacy:3:1:1:0/B", "legacy:3:2:1:0/A", null)).isEqualTo("legacy:3:2:1:0/A");
    }

    @Test
    void keepsApisApart() {
        SeenPositions seen = SeenPositions.NONE
                .and("vehicles", at("legacy:3:1:1:0/A"), null)
                .and("rentals", at("service:1:2:1:0/B"), null);

        assertThat(seen.of("vehicles")).contains(at("legacy:3:1:1:0/A"));
        assertThat(seen.of("rentals")).contains(at("service:1:2:1:0/B"));
        assertThat(seen.of("books")).isEmpty();
    }
}
