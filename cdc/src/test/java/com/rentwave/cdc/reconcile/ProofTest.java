package com.rentwave.cdc.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final Instant THEN = Instant.parse("2026-11-21T09:00:00Z");
    private static final Horizon LEGACY = new Horizon("7461 1 16384 09:00", 800);
    private static final Horizon SERVICE = new Horizon("7461 1 16385 09:00", 800);
    private static final Proof PROOF = new Proof(THEN, LEGACY, SERVICE);

    private static Proof after(Duration time) {
        return new Proof(THEN.plus(time), new Horizon(LEGACY.server(), 950), new Horizon(SERVICE.server(), 950));
    }

    @Test
    void holdsWhileBothDatabasesLiveOn() {
        assertThat(PROOF.holdsAt(after(Duration.ZERO))).isTrue();
        assertThat(PROOF.holdsAt(after(Duration.ofMinutes(59)))).isTrue();
    }

    @Test
    void holdsNoLongerOnceADatabaseWasStartedAgainOrIsAnotherOne() {
        Horizon restarted = new Horizon("7461 1 16384 09:01", 950);

        assertThat(PROOF.holdsAt(new Proof(THEN.plusSeconds(1), restarted, SERVICE)))
                .isFalse();
        assertThat(PROOF.holdsAt(new Proof(THEN.plusSeconds(1), LEGACY, restarted)))
                .isFalse();
    }

    @Test
    void holdsForAnHourAtMostAndNeverBeforeItsTime() {
        assertThat(PROOF.holdsAt(after(Duration.ofHours(1)))).isFalse();
        assertThat(PROOF.holdsAt(after(Duration.ofSeconds(-1)))).isFalse();
    }
}
