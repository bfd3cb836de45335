package com.rentwave.facade.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecentWritesTest {

    private static final Position FIRST = Position.parse("legacy:0:1:1:0/A").orElseThrow();
    private static final Position SECOND = Position.parse("legacy:0:1:1:0/B").orElseThrow();

    private final Later clock = new Later();
    private final RecentWrites writes = new RecentWrites(
            new PositionTokens(
                    new SessionSettings(URI.create("http://127.0.0.1:1/jwks"), "", Duration.ofSeconds(120)), clock),
            clock);

    /** A clock that is put forward by hand. */
    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-20T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void keepsTheLaterOfTwoWritesWhoseAnswersCrossed() {
        writes.remember("7", "vehicles", SECOND, Side.LEGACY);
        writes.remember("7", "vehicles", FIRST, Side.LEGACY);

        assertThat(writes.of("7").of("vehicles")).contains(SECOND);
    }

    @Test
    void keepsUsersApart() {
        writes.remember("7", "vehicles", FIRST, Side.LEGACY);

        assertThat(writes.of("8")).isEqualTo(SeenPositions.NONE);
    }

    @Test
    void forgetsAWriteAfterAWhile() {
        writes.remember("7", "vehicles", FIRST, Side.LEGACY);
        clock.now = clock.now.plusSeconds(121);

        assertThat(writes.of("7")).isEqualTo(SeenPositions.NONE);
    }
}
