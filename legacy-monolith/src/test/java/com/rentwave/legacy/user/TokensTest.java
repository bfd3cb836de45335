package com.rentwave.legacy.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.rentwave.legacy.user.Tokens.Issued;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void endsAtItsTimeEvenWhenItWasSeenBefore() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        Issued issued = tokens(key, NOW).issue(7, "Ann");
        Tokens[] clocks = {tokens(key, NOW.plusSeconds(59)), tokens(key, NOW.plusSeconds(60))};

        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(clocks[0].read(issued.token())).map(Session::userId).contains(7L);
        assertThat(clocks[0].read(issued.token())).isPresent();
        assertThat(clocks[1].read(issued.token())).isEmpty();
    }

    @Test
    void readsNothingThatItHasNotSigned() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        String token = tokens(key, NOW).issue(7, "Ann").token();
        Tokens other = tokens(new ECKeyGenerator(Curve.P_256).keyID("k").generate(), NOW);
        String[] parts = token.split("\\.");

        assertThat(other.read(token)).isEmpty();
        assertThat(tokens(key, NOW).read(parts[0] + '.' + parts[1] + '.')).isEmpty();
        assertThat(tokens(key, NOW).read("eyJhbGciOiJub25lIn0." + parts[1] + '.'))
                .isEmpty();
        assertThat(tokens(key, NOW).read("")).isEmpty();
        assertThat(tokens(key, NOW).keySet()).doesNotContain("\"d\"");
    }

    @Test
    void saysWhatIsWrongWithTheKeyItIsGiven(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("key.json");
        Files.writeString(key, new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(wrong, new ECKeyGenerator(Curve.P_384).generate().toJSONString());

        assertThat(SigningKey.read(Map.of("RENTWAVE_JWT_KEY_FILE", key.toString()), Clock.systemUTC())
                        .keySet())
                .contains("\"kid\":\"");
        refused(Map.of(), "RENTWAVE_JWT_KEY_FILE does not name the file");
        refused(Map.of("RENTWAVE_JWT_KEY_FILE", wrong.toString()), "holds no private key on P-256");
        refused(Map.of("RENTWAVE_JWT_KEY_FILE", folder.resolve("no").toString()), "cannot be read as a key");
        refused(Map.of("RENTWAVE_JWT_KEY_FILE", key.toString(), "RENTWAVE_JWT_TTL", "8h"), "is not a duration");
    }

    @Test
    void hashesSlowlyAndSalted() {
        String secret = "0123456789abcdef".repeat(4);
        String hash = Passwords.hash(secret);

        assertThat(hash).startsWith("210000:").isNotEqualTo(Passwords.hash(secret));
        assertThat(Passwords.matches(secret, hash)).isTrue();
        assertThat(Passwords.matches(secret.replace('a', 'b'), hash)).isFalse();
        assertThat(Passwords.matches(secret, null)).isFalse();
    }

    private static void refused(Map<String, String> environment, String why) {
        assertThatThrownBy(() -> SigningKey.read(environment, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    private static Tokens tokens(ECKey key, Instant now) {
        return new Tokens(key, Duration.ofMinutes(1), Clock.fixed(now, ZoneOffset.UTC));
    }
}
