package com.rentwave.service.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks bearer tokens: ES256, of issuer {@code rentwave}, for {@code rentwave-api}, not expired.
 *
 * <p>The keys are fetched when the first token arrives, kept while their publisher is down, and fetched again when a token
 * names an unknown key, at most once a second. A token that was good is not computed again for a while, only its expiry is
 * looked at.
 */
public final class BearerTokens {

    private static final Pattern HEADER = Pattern.compile("(?i:bearer)[ \\t](.+)");
    private static final Pattern USER_ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 10_000;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Map<String, Remembered> good = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile boolean keysSeen;

    private record Remembered(User user, Instant expires, Instant checkAgain) {}

    /** @param jwks where the keys are published */
    public BearerTokens(URI jwks, Clock clock) {
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys(jwks)));
        processor.setJWTClaimsSetVerifier(claims());
    }

    /** @param header the Authorization header, or null */
    public TokenCheck check(String header) {
        if (header == null) {
            return new TokenCheck.None();
        }
        Matcher m = HEADER.matcher(header);
        return m.matches() ? checkToken(m.group(1).strip()) : new TokenCheck.Bad();
    }

    private TokenCheck checkToken(String token) {
        Instant now = clock.instant();
        Remembered known = good.get(token);
        if (known != null && now.isBefore(known.checkAgain()) && now.isBefore(known.expires())) {
            return new TokenCheck.Good(known.user());
        }
        good.remove(token);
        try {
            JWTClaimsSet claims = processor.process(token, null);
            String subject = claims.getSubject();
            if (subject == null || !USER_ID.matcher(subject).matches()) {
                return new TokenCheck.Bad();
            }
            User user = new User(Long.parseLong(subject));
            remember(token, new Remembered(user, claims.getExpirationTime().toInstant(), now.plus(REMEMBERED)));
            return new TokenCheck.Good(user);
        } catch (KeySourceException e) {
            return keysSeen ? new TokenCheck.Bad() : new TokenCheck.Unknown();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return new TokenCheck.Bad();
        }
    }

    private void remember(String token, Remembered remembered) {
        if (good.size() >= MAX_REMEMBERED) {
            good.clear();
        }
        good.put(token, remembered);
    }

    private JWKSource<SecurityContext> keys(URI jwks) {
        return JWKSourceBuilder.create(url(jwks), new KeyRetriever())
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(3).toMillis())
                .rateLimited(Duration.ofSeconds(1).toMillis())
                .outageTolerant(Duration.ofDays(7).toMillis())
                .build();
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        "rentwave-api",
                        new JWTClaimsSet.Builder().issuer("rentwave").build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        // The monolith's clock ends a token too, and it knows no grace.
        verifier.setMaxClockSkew(0);
        return verifier;
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an address of keys: " + uri, e);
        }
    }

    /** Notes that keys were fetched once: from then on a token that fits none of them is bad, not undecided. */
    private final class KeyRetriever extends DefaultResourceRetriever {

        KeyRetriever() {
            super(1000, 1000, 65_536);
        }

        @Override
        public Resource retrieveResource(URL url) throws IOException {
            Resource resource = super.retrieveResource(url);
            keysSeen = true;
            return resource;
        }
    }
}
