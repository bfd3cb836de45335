package com.rentwave.facade.gate;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.backend.LegacyUses;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverState;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.gate.Gate.Finding;
import com.rentwave.sync.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long an API has to be OWNED, and unused in the monolith, before it may be retired. */
class SoakIT {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final GateSettings SETTINGS = new GateSettings(
            1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 0, Duration.ofMinutes(10), Duration.ofSeconds(5), WEEK);
    private static final GateQuestion QUESTION =
            new GateQuestion(TwoSides.API, new PhaseChange(OWNED, RETIRED), OptionalLong.empty());

    private final Coordinator coordinator = new Coordinator().verified();
    private final OwnedSince owned = new OwnedSince(coordinator.cutovers());
    private StandInStream forward;
    private StandInStream reverse;

    @BeforeEach
    void stream() {
        forward = new StandInStream(coordinator.sides, Side.LEGACY);
        reverse = new StandInStream(coordinator.sides, Side.SERVICE);
    }

    @AfterEach
    void close() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    private Cutover moved() throws InterruptedException {
        Cutover moved = coordinator.move(OWNED);
        assertThat(moved.state()).as(moved.reason()).isEqualTo(CutoverState.DONE);
        return moved;
    }

    private static Clock later(Duration time) {
        return Clock.offset(Clock.systemUTC(), time);
    }

    private Finding soak(Duration later) {
        return new Soaked(owned, SETTINGS, later(later)).ask(QUESTION);
    }

    private Finding unused(Duration later) throws Exception {
        return new LegacyUnused(owned, coordinator.backends, SETTINGS, later(later)).ask(QUESTION);
    }

    @Test
    void countsFromTheEndOfTheFlip() throws Exception {
        Instant ended = moved().endedAt();

        assertThat(soak(WEEK.minusMinutes(1)).ok()).isFalse();
        assertThat(soak(WEEK.minusMinutes(1)).reason())
                .contains("OWNED without interruption since " + ended, "asked for are 7.0 days");
        assertThat(soak(WEEK.plusMinutes(1)).ok()).isTrue();
    }

    @Test
    void beginsAgainAfterEveryInterruption() throws Exception {
        moved();
        coordinator.move(LEGACY);
        assertThat(soak(WEEK.plusDays(1)).reason()).contains("no move is on record");
        Instant again = moved().endedAt();

        assertThat(owned.of(TwoSides.API)).contains(again);
    }

    /** What never began interrupts nothing. */
    @Test
    void goesOnWhenAWayBackWasRefused() throws Exception {
        Instant ended = moved().endedAt();
        coordinator.streams.silent = true;

        assertThat(coordinator.move(LEGACY).state()).isEqualTo(CutoverState.REFUSED);

        assertThat(owned.of(TwoSides.API)).contains(ended);
    }

    @Test
    void wantsTheMonolithToHaveCountedNothingForAsLong() throws Exception {
        Instant ended = moved().endedAt();

        assertThat(unused(WEEK.plusMinutes(1)).ok()).isTrue();
        assertThat(unused(WEEK.minusMinutes(1)).ok()).isFalse();
        coordinator.backends.uses = new LegacyUses(ended.plus(Duration.ofDays(3)), 0, null);
        assertThat(unused(WEEK.plusMinutes(1)).reason())
                .contains("counts what it answers of vehicles since " + ended.plus(Duration.ofDays(3)), "for 4.0 days");
        coordinator.backends.uses = new LegacyUses(Instant.EPOCH, 1, ended.plusSeconds(60));
        assertThat(unused(WEEK.plusDays(30)).reason())
                .contains("still answered 1 request of vehicles since the flip, the last at " + ended.plusSeconds(60));
    }
}
