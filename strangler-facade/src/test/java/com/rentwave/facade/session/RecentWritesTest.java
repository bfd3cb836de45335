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
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void keepsWhatIsKnownOfAnotherApiWhenOneIsWritten() {
        writes.remember("7", "vehicles", FIRST, Side.LEGACY);
        writes.remember("7", "rentals", SECOND, Side.LEGACY);

        assertThat(writes.of("7").of("vehicles")).contains(FIRST);
        assertThat(writes.of("7").of("rentals")).contains(SECOND);
    }

    @Test
    void forgetsWhoWroteLongestAgoWhenThereIsNoRoom() {
        for (int user = 0; user < RecentWrites.MOST; user++) {
            writes.remember(Integer.toString(user), "vehicles", FIRST, Side.LEGACY);
        }
        writes.remember("0", "vehicles", SECOND, Side.LEGACY);

        writes.remember("the one too many", "vehicles", FIRST, Side.LEGACY);

        assertThat(writes.size()).isEqualTo(RecentWrites.MOST);
        assertThat(writes.of("the one too many").of("vehicles")).contains(FIRST);
        assertThat(writes.of("0").of("vehicles")).as("wrote again").contains(SECOND);
        assertThat(writes.of("1")).as("wrote longest ago").isEqualTo(SeenPositions.NONE);
        assertThat(writes.of("2").of("vehicles")).contains(FIRST);
    }

    /** No write pays for all the others: each takes two away whose time is over. */
    @Test
    void forgetsThoseWhoseTimeIsOverAFewWithEachWrite() {
        for (int user = 0; user < 100; user++) {
            writes.remember(Integer.toString(user), "vehicles", FIRST, Side.LEGACY);
        }
        clock.now = clock.now.plusSeconds(121);

        writes.remember("a", "vehicles", FIRST, Side.LEGACY);
        assertThat(writes.size()).isEqualTo(99);
        for (int write = 0; write < 50; write++) {
            writes.remember("a", "vehicles", SECOND, Side.LEGACY);
        }

        assertThat(writes.size()).isEqualTo(1);
        assertThat(writes.of("a").of("vehicles")).contains(SECOND);
    }

    @Test
    void losesNoWriteOfUsersWhoWriteAtTheSameTime() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String first = Integer.toString(thread);
            threads.add(new Thread(() -> {
                for (int user = 0; user < 2_000; user++) {
                    writes.remember(first + '.' + user, "vehicles", FIRST, Side.LEGACY);
                    writes.remember("all", "api" + first, SECOND, Side.LEGACY);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(writes.size()).isEqualTo(8_001);
        assertThat(writes.of("all").byApi()).containsOnlyKeys("api0", "api1", "api2", "api3");
        assertThat(writes.of("3.1999").of("vehicles")).contains(FIRST);
    }
}
