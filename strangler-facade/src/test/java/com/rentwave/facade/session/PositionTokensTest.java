package com.rentwave.facade.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.sync.Position;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final String KEY = "ab".repeat(32);
    private static final SeenPositions SEEN = new SeenPositions(Map.of(
            "vehicles",
            Position.parse("service:4:7461234567890123456:1:0/1A2B3C8").orElseThrow(),
            "rentals",
            Position.parse("legacy:0:7461234567890123456:1:16/B374D848").orElseThrow()));

    private static PositionTokens at(Instant time, String key) {
        SessionSettings settings =
                new SessionSettings(URI.create("http://127.0.0.1:1/jwks"), key, Duration.ofSeconds(120));
        return new PositionTokens(settings, Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void readsWhatItWrote() {
        String token = at(NOW, KEY).write(SEEN);

        assertThat(at(NOW.plusSeconds(119), KEY).read(token)).isEqualTo(SEEN);
        assertThat(token).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void forgetsAnExpiredToken() {
        assertThat(at(NOW.plusSeconds(120), KEY).read(at(NOW, KEY).write(SEEN))).isEqualTo(SeenPositions.NONE);
    }

    @Test
    void ignoresATokenOfAnotherKey() {
        assertThat(at(NOW, "cd".repeat(32)).read(at(NOW, KEY).write(SEEN))).isEqualTo(SeenPositions.NONE);
    }

    @Test
    void ignoresATokenWithAnyCharacterChanged() {
        PositionTokens tokens = at(NOW, KEY);
        String token = tokens.write(SEEN);
        int dot = token.indexOf('.');
        for (int i = 0; i < dot; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(tokens.read(forged)).as(forged).isEqualTo(SeenPositions.NONE);
        }
    }

    @Test
    void ignoresGarbage() {
        PositionTokens tokens = at(NOW, KEY);
        for (String garbage : new String[] {
            null, "", ".", "..", "a.b", "!.!", "AAAA.AAAA", "x".repeat(100_000), "x." + "y".repeat(3000)
        }) {
            assertThat(tokens.read(garbage)).isEqualTo(SeenPositions.NONE);
        }
    }

    @Test
    void makesItsOwnKeyWhenNoneIsConfigured() {
        PositionTokens tokens = at(NOW, "");

        assertThat(tokens.read(tokens.write(SEEN))).isEqualTo(SEEN);
        assertThat(at(NOW, "").read(tokens.write(SEEN))).isEqualTo(SeenPositions.NONE);
    }
}
