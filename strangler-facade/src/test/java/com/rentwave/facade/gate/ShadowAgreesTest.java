package com.rentwave.facade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.FakeEvidence;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.shadow.Tally;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ShadowAgreesTest {

    private static final GateQuestion QUESTION = new GateQuestion(
            "vehicles", new PhaseChange(CutoverPhase.SHADOW, CutoverPhase.CANARY), OptionalLong.empty());

    private final FakeEvidence evidence = new FakeEvidence();
    private final ShadowAgrees gate = new ShadowAgrees(
            evidence,
            new GateSettings(
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    50,
                    0.01,
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(5),
                    Duration.ofDays(7)));

    private static Tally tally(long matched, long mismatched, long unanswered) {
        return Tally.compared(matched, mismatched, 0, 0, unanswered);
    }

    @Test
    void opensForAnIdleApiWhoseRehearsalAgrees() throws Exception {
        evidence.seen = tally(60, 0, 0);

        assertThat(gate.ask(QUESTION).ok()).isTrue();
    }

    @Test
    void staysShutWithoutEnoughComparedReads() throws Exception {
        evidence.rehearsed = tally(20, 0, 40);

        assertThat(gate.ask(QUESTION))
                .isEqualTo(Gate.Finding.no("rehearsed just now: 0 of 20 reads differ, 40 could not be compared; seen in"
                        + " the last 10 min, with traffic: 0 of 60 (allowed 1.00 %); a rehearsal has to compare 50"));
    }

    @Test
    void staysShutWhenTheRehearsalDiffersAboveTheBudget() throws Exception {
        evidence.rehearsed = tally(59, 1, 0);

        assertThat(gate.ask(QUESTION).ok()).isFalse();
        assertThat(gate.ask(QUESTION).reason()).contains("1 of 60 reads differ", "most often header etag (2)");
    }

    @Test
    void staysShutWhenTrafficDiffersAboveTheBudget() throws Exception {
        evidence.seen = tally(950, 50, 0);

        assertThat(gate.ask(QUESTION).ok()).isFalse();
    }

    @Test
    void staysOpenWithinTheBudget() throws Exception {
        evidence.seen = tally(995, 5, 0);

        assertThat(gate.ask(QUESTION).ok()).isTrue();
    }

    /** All users read from the service by then: what they are told must be what the monolith says. */
    @Test
    void judgesAFlipByWhatTrafficHasSeenAndRehearsesNothing() throws Exception {
        GateQuestion flip = new GateQuestion(
                "vehicles", new PhaseChange(CutoverPhase.READS, CutoverPhase.OWNED), OptionalLong.empty());
        evidence.rehearsed = tally(0, 60, 0);

        evidence.seen = tally(0, 0, 0);
        assertThat(gate.ask(flip))
                .isEqualTo(Gate.Finding.yes("seen in the last 10 min, with traffic: 0 of 0 (allowed 1.00 %)"));
        evidence.seen = tally(49, 1, 0);
        assertThat(gate.ask(flip).ok()).isTrue();
        evidence.seen = tally(98, 2, 0);
        assertThat(gate.ask(flip))
                .isEqualTo(Gate.Finding.no("seen in the last 10 min, with traffic: 2 of 100 (allowed 1.00 %);"
                        + " most often header etag (2)"));
    }

    @Test
    void guardsTheWayToUsersOnly() {
        assertThat(CutoverPhase.LEGACY.pathTo(CutoverPhase.OWNED).stream().filter(gate::guards))
                .extracting(PhaseChange::to)
                .containsExactly(CutoverPhase.CANARY, CutoverPhase.READS, CutoverPhase.OWNED);
        assertThat(gate.guards(new PhaseChange(CutoverPhase.READS, CutoverPhase.LEGACY)))
                .isFalse();
        assertThat(gate.guards(new PhaseChange(CutoverPhase.OWNED, CutoverPhase.READS)))
                .isFalse();
    }
}
