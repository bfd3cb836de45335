package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.TokenMint;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT {

    private static final TokenMint MINT = TestService.mint();

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
    }

    @Test
    void asksWhoWritesWithoutAToken() {
        Reply reply = call("POST", "/api/vehicles").json(GOLF).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:unauthenticated\",\"title\":\"Sign-in needed\",\"status\":401,"
                                + "\"detail\":\"Sign in, or send a bearer token.\",\"instance\":\"/api/vehicles\"}");
    }

    @Test
    void refusesEveryBadTokenOnEveryPath() throws JOSEException {
        bad().forEach((name, header) -> {
            for (String path : new String[] {"/api/vehicles", "/api/vehicles/x", "/api/nowhere"}) {
                Reply reply = call("GET", path).header("Authorization", header).send();

                assertThat(reply.status()).as(name).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
                assertThat(reply.body())
                        .isEqualTo("{\"type\":\"urn:rentwave:problem:invalid-token\",\"title\":\"Sign-in not valid\","
                                + "\"status\":401,\"detail\":\"The token is expired or not valid. Sign in again.\","
                                + "\"instance\":\"" + path + "\"}");
            }
        });
    }

    @Test
    void takesTheSchemesNameInAnyCase() {
        Reply reply = call("GET", "/api/vehicles")
                .header("Authorization", "bearer " + MINT.token(1))
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    private static Map<String, String> bad() throws JOSEException {
        Map<String, String> tokens = new TreeMap<>(Map.of(
                "forged", MINT.forgedToken(),
                "unknown key", MINT.tokenOfUnknownKey(),
                "changed", changed(MINT.token(1)),
                "expired",
                        MINT.token(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(2)))),
                "never expires", MINT.token(c -> c.expirationTime(null)),
                "other issuer", MINT.token(c -> c.issuer("somebody")),
                "other audience", MINT.token(c -> c.audience("somebody")),
                "no subject", MINT.token(c -> c.subject(null)),
                "subject is no id", MINT.token(c -> c.subject("alice")),
                "not yet",
                        MINT.token(c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(60))))));
        tokens.put("unsigned", new PlainJWT(claims()).serialize());
        SignedJWT secret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("mint").build(), claims());
        secret.sign(new MACSigner(new byte[32]));
        tokens.put("shared secret", secret.serialize());
        tokens.put("no token", "abc");
        tokens.replaceAll((name, token) -> "Bearer " + token);
        tokens.put("other scheme", "Basic YTpi");
        tokens.put("no scheme", MINT.token(1));
        tokens.put("nothing", "Bearer");
        return tokens;
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        char last = parts[1].charAt(5);
        parts[1] = parts[1].substring(0, 5) + (last == 'a' ? 'b' : 'a') + parts[1].substring(6);
        return String.join(".", parts);
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("rentwave")
                .audience("rentwave-api")
                .subject("1")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }
}
