package com.rentwave.facade.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanaryJudgeTest {

    private static final SideWindow WELL = new SideWindow(100, 0, 5, 20);
    private static final Compared NONE = new Compared(0, 0, 0);

    private final CanaryJudge judge = new CanaryJudge(
            new CanarySettings(20, 0.01, 2, Duration.ofMillis(50), 0.001, Duration.ofSeconds(10), Set.of(), Set.of()));

    private String breach(SideWindow legacy, SideWindow service) {
        return judge.breach(new CanaryWindow(legacy, service, 0, "status 500"), NONE, NONE)
                .orElse("none");
    }

    @Test
    void findsNothingWrongWithAServiceThatIsAsGood() {
        assertThat(breach(WELL, WELL)).isEqualTo("none");
    }

    @Test
    void breaksOnFailures() {
        assertThat(breach(WELL, new SideWindow(40, 4, 5, 20)))
                .isEqualTo("4 of 40 reads by the service failed: status 500 (allowed 1.00 %)");
        assertThat(breach(WELL, new SideWindow(3, 3, 5, 20)))
                .isEqualTo("3 of 3 reads by the service failed: status 500 (allowed 1.00 %)");
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
                .isEqualTo(
                        "the slowest hundredth of the reads by the service took 250 ms (100 ms at the monolith, allowed 200 ms)");
    }

    @Test
    void breaksOnOneStaleAnswer() {
        assertThat(judge.breach(new CanaryWindow(WELL, WELL, 1, null), NONE, NONE))
                .contains("an answer was older than what the user had already seen");
    }

    @Test
    void breaksOnMismatches() {
        assertThat(mismatches(new Compared(500, 2, 0), new Compared(500, 2, 0)))
                .isEqualTo("2 of 500 compared answers differed (allowed 0.10 %); its shadow diffs tell which");
        assertThat(mismatches(new Compared(5_000, 2, 0), new Compared(5_000, 2, 0)))
                .isEqualTo("none");
    }

    @Test
    void excusesNoMismatchesByThoseThatAgreedLongAgo() {
        assertThat(mismatches(new Compared(500, 2, 0), new Compared(10_000_000, 2, 0)))
                .isEqualTo("2 of 500 compared answers differed (allowed 0.10 %); its shadow diffs tell which");
    }

    @Test
    void breaksOnMismatchesThatAreRareAndNeverEnd() {
        assertThat(mismatches(new Compared(100, 1, 0), new Compared(20_000, 40, 0)))
                .isEqualTo("40 of 20000 compared answers differed (allowed 0.10 %); its shadow diffs tell which");
    }

    @Test
    void breaksWhenCopiesOfReadsHaveNoAnswer() {
        CanaryWindow nobodyYet = new CanaryWindow(WELL, new SideWindow(0, 0, 0, 0), 0, null);
        assertThat(judge.breach(nobodyYet, new Compared(90, 0, 2), NONE)).isEmpty();
        assertThat(judge.breach(nobodyYet, new Compared(90, 0, 10), NONE))
                .contains("10 of 100 copies of reads had no answer (allowed 1.00 %)");

        CanaryWindow atTheMonolith = new CanaryWindow(new SideWindow(100, 50, 5, 20), WELL, 0, null);
        assertThat(judge.breach(atTheMonolith, new Compared(90, 0, 10), NONE)).isEmpty();
    }

    private String mismatches(Compared lately, Compared ever) {
        return judge.breach(new CanaryWindow(WELL, WELL, 0, null), lately, ever).orElse("none");
    }

    @Test
    void judgesNobodyByAFewReads() {
        assertThat(breach(WELL, new SideWindow(19, 2, 5_000, 9_000))).isEqualTo("none");
        assertThat(judge.ignorance(new CanaryWindow(WELL, new SideWindow(19, 0, 5, 9), 0, null)))
                .contains("only 19 reads by the service in the last minute; it takes 20 to judge");
    }
}
