package com.rentwave.facade.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Checks login tokens at the edge: ES256, a published key, our issuer and audience, not expired. Never waits. */
@Component
public class LoginTokens {

    private static final String ISSUER = "rentwave";
    private static final String AUDIENCE = "rentwave-api";
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 4096;

    private final SigningKeys keys;
    private final Clock clock;
    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();

    private record Accepted(Verdict.Valid verdict, Instant until) {}

    LoginTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public Verdict check(String token) {
        Accepted known = accepted.get(token);
        if (known != null) {
            return clock.instant().isBefore(known.until()) ? known.verdict() : new Verdict.Invalid();
        }
        try {
            return token.length() > LONGEST ? new Verdict.Invalid() : verify(token, SignedJWT.parse(token));
        } catch (ParseException | JOSEException e) {
            return new Verdict.Invalid();
        }
    }

    private Verdict verify(String token, SignedJWT jwt) throws ParseException, JOSEException {
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                || jwt.getHeader().getKeyID() == null
                || !wellFormed(claims)) {
            return new Verdict.Invalid();
        }
        JWKSet known = keys.known();
        JWK key = known == null ? null : known.getKeyByKeyId(jwt.getHeader().getKeyID());
        if (key == null) {
            return known != null && keys.fresh() ? new Verdict.Invalid() : new Verdict.Unknown();
        }
        if (!(key instanceof ECKey ec) || !jwt.verify(new ECDSAVerifier(ec))) {
            return new Verdict.Invalid();
        }
        Verdict.Valid valid = new Verdict.Valid(claims.getSubject());
        remember(token, new Accepted(valid, claims.getExpirationTime().toInstant()));
        return valid;
    }

    private boolean wellFormed(JWTClaimsSet claims) {
        return ISSUER.equals(claims.getIssuer())
                && claims.getAudience().contains(AUDIENCE)
                && claims.getSubject() != null
                && claims.getSubject().matches("[1-9][0-9]{0,17}")
                && claims.getExpirationTime() != null
                && clock.instant().isBefore(claims.getExpirationTime().toInstant());
    }

    private void remember(String token, Accepted verdict) {
        if (accepted.size() >= REMEMBERED) {
            accepted.clear();
        }
        accepted.put(token, verdict);
    }
}
