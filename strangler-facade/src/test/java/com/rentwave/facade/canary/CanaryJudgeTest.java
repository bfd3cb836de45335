package com.rentwave.facade.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanaryJudgeTest {

    private static final SideWindow WELL = new SideWindow(100, 0, 5, 20);

    private final CanaryJudge judge = new CanaryJudge(
            new CanarySettings(20, 0.01, 2, Duration.ofMillis(50), 0.001, Duration.ofSeconds(10), Set.of(), Set.of()));

    private String breach(SideWindow legacy, SideWindow service) {
        return judge.breach(new CanaryWindow(legacy, service, 0), 0, 0).orElse("none");
    }

    @Test
    void findsNothingWrongWithAServiceThatIsAsGood() {
        assertThat(breach(WELL, WELL)).isEqualTo("none");
    }

    @Test
    void breaksOnFailures() {
        assertThat(breach(WELL, new SideWindow(40, 4, 5, 20))).isEqualTo("4 of 40 reads failed (allowed 1.00 %)");
        assertThat(breach(WELL, new SideWindow(3, 3, 5, 20))).isEqualTo("3 of 3 reads failed (allowed 1.00 %)");
    }

    @Test
    void doesNotBlameTheServiceForWhatFailsOnBothSides() {
        assertThat(breach(new SideWindow(100, 10, 5, 20), new SideWindow(40, 4, 5, 20)))
                .isEqualTo("none");
    }

    @Test
    void breaksOnSlownessAgainstTheOtherSide() {
        assertThat(breach(new SideWindow(100, 0, 5, 100), new SideWindow(20, 0, 5, 150)))
                .isEqualTo("none");
        assertThat(breach(new SideWindow(100, 0, 5, 100), new SideWindow(20, 0, 5, 250)))
                .isEqualTo("the slowest hundredth took 250 ms (100 ms at the monolith, allowed 200 ms)");
    }

    @Test
    void breaksOnOneStaleAnswerAndOnMismatches() {
        assertThat(judge.breach(new CanaryWindow(WELL, WELL, 1), 0, 0)).isPresent();
        assertThat(judge.breach(new CanaryWindow(WELL, WELL, 0), 500, 2))
                .contains("2 of 500 compared answers differed (allowed 0.10 %)");
        assertThat(judge.breach(new CanaryWindow(WELL, WELL, 0), 5_000, 2)).isEmpty();
    }

    @Test
    void judgesNobodyByAFewReads() {
        assertThat(breach(WELL, new SideWindow(19, 2, 5_000, 9_000))).isEqualTo("none");
        assertThat(judge.ignorance(new CanaryWindow(WELL, new SideWindow(19, 0, 5, 9), 0)))
                .contains("only 19 reads by the service in the last minute; it takes 20 to judge");
    }
}
