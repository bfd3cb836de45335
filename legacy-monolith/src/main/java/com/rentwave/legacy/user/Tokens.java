package com.rentwave.legacy.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs the tokens that a sign-in gives, and reads them back. JWT, ES256, for the whole of RentWave. */
final class Tokens {

    private static final String ISSUER = "rentwave";
    private static final String AUDIENCE = "rentwave-api";
    private static final int REMEMBERED = 10_000;

    private final ECKey key;
    private final Duration lifetime;
    private final Clock clock;
    private final Map<String, Session> verified = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > REMEMBERED;
        }
    };

    Tokens(ECKey key, Duration lifetime, Clock clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A signed token and when it ends. */
    record Issued(String token, Instant expiresAt) {}

    Issued issue(long userId, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(lifetime);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(Long.toString(userId))
                .claim("name", name)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return new Issued(jwt.serialize(), end);
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    /** Empty when the token is forged, expired, not for us, or no token at all. A signature is checked only once. */
    Optional<Session> read(String token) {
        Session session;
        synchronized (verified) {
            session = verified.get(token);
        }
        if (session == null) {
            session = verify(token);
            if (session == null) {
                return Optional.empty();
            }
            synchronized (verified) {
                verified.put(token, session);
            }
        }
        return clock.instant().isBefore(session.expiresAt()) ? Optional.of(session) : Optional.empty();
    }

    private Session verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean ours = JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new ECDSAVerifier(key.toPublicJWK().toECKey()))
                    && ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(AUDIENCE)
                    && claims.getExpirationTime() != null
                    && String.valueOf(claims.getSubject()).matches("[1-9]\\d{0,17}");
            return ours
                    ? new Session(
                            Long.parseLong(claims.getSubject()),
                            claims.getExpirationTime().toInstant())
                    : null;
        } catch (ParseException | JOSEException | RuntimeException e) {
            return null;
        }
    }

    /** The public half of the key, for everybody who has to read tokens. */
    String keySet() {
        return new JWKSet(List.of(key.toPublicJWK())).toString();
    }
}
