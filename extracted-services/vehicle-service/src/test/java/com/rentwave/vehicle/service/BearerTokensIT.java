package com.rentwave.vehicle.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.session.BearerTokens;
import com.rentwave.service.session.TokenCheck;
import com.rentwave.service.session.User;
import com.rentwave.service.testing.TokenMint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BearerTokensIT {

    @Test
    void outlastsThePublisherOfTheKeys() {
        TokenMint mint = new TokenMint();
        BearerTokens tokens = new BearerTokens(mint.address(), Clock.systemUTC());
        assertThat(tokens.check("Bearer " + mint.token(7))).isEqualTo(new TokenCheck.Good(new User(7)));
        mint.close();

        assertThat(tokens.check("Bearer " + mint.token(8))).isEqualTo(new TokenCheck.Good(new User(8)));
        assertThat(tokens.check("Bearer " + mint.forgedToken())).isEqualTo(new TokenCheck.Bad());
        assertThat(tokens.check("Bearer " + mint.tokenOfUnknownKey())).isEqualTo(new TokenCheck.Bad());
    }

    @Test
    void decidesNothingBeforeItHasEverSeenKeysAndFindsThemLater() {
        TokenMint mint = new TokenMint();
        mint.pause();
        BearerTokens tokens = new BearerTokens(mint.address(), Clock.systemUTC());
        String header = "Bearer " + mint.token(7);

        assertThat(tokens.check(header)).isEqualTo(new TokenCheck.Unknown());
        mint.resume();

        Awaitility.await("the keys are fetched by themselves")
                .atMost(Duration.ofMinutes(1))
                .until(() -> tokens.check(header), new TokenCheck.Good(new User(7))::equals);
        mint.close();
    }

    @Test
    void endsARememberedTokenWithItsExpiry() {
        TokenMint mint = new TokenMint();
        Instant start = Instant.now();
        SettableClock clock = new SettableClock(start);
        BearerTokens tokens = new BearerTokens(mint.address(), clock);
        String header = "Bearer " + mint.token(c -> c.expirationTime(Date.from(start.plusSeconds(20))));
        assertThat(tokens.check(header)).isInstanceOf(TokenCheck.Good.class);

        clock.now = start.plusSeconds(21);

        assertThat(tokens.check(header)).isEqualTo(new TokenCheck.Bad());
        mint.close();
    }

    @Test
    void takesNoHeaderForNobody() {
        BearerTokens tokens = new BearerTokens(URI.create("http://127.0.0.1:1/jwks"), Clock.systemUTC());

        assertThat(tokens.check(null)).isEqualTo(new TokenCheck.None());
        assertThat(tokens.check("Basic x")).isEqualTo(new TokenCheck.Bad());
    }

    private static final class SettableClock extends Clock {

        private volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(this, Duration.ZERO);
        }
    }
}
