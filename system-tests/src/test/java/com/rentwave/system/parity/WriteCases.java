package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who may write, what for, and how often; good writes come last and change the vehicle. */
final class WriteCases extends VehicleCases {

    private final TestTokens tokens;

    WriteCases(TestTokens tokens) throws GeneralSecurityException {
        this.tokens = tokens;
        signIns();
        preconditions();
        keys();
        goodWrites();
    }

    private void signIns() throws GeneralSecurityException {
        Instant soon = Instant.now().plusSeconds(3_600);
        TestTokens forger = tokens.forged();
        withToken("no token", s -> "");
        withToken("a token that is none", s -> "Bearer abc");
        withToken("an empty token", s -> "Bearer ");
        withToken("another scheme", s -> "Basic YW5uOmFubg==");
        withToken("an expired token", s -> token(tokens, s, "rentwave", "rentwave-api", soon.minusSeconds(7_200)));
        withToken("a forged token", s -> token(forger, s, "rentwave", "rentwave-api", soon));
        withToken("a token of another issuer", s -> token(tokens, s, "somebody", "rentwave-api", soon));
        withToken("a token for another audience", s -> token(tokens, s, "rentwave", "somebody", soon));
        withToken("a token without signature", s -> "Bearer " + TestTokens.unsigned(s.annsId()));
        withToken("a token that was changed", s -> "Bearer " + s.annsToken().replaceFirst("\\..", ".f"));
    }

    private static String token(TestTokens tokens, Subject s, String issuer, String audience, Instant expires) {
        try {
            return "Bearer " + tokens.token(s.annsId(), issuer, audience, expires);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void withToken(String name, Function<Subject, String> authorization) {
        add(
                name + ", creating",
                s -> Sent.of(
                        "POST",
                        "/api/vehicles",
                        GOOD,
                        Map.of("Content-Type", "application/json", "Authorization", authorization.apply(s))));
        add(
                name + ", deleting",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", authorization.apply(s))));
        add(
                name + ", reading",
                s -> Sent.of(
                        "GET",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", authorization.apply(s))));
    }

    private void preconditions() {
        change("no If-Match", s -> "");
        change("a former tag as If-Match", Subject::formerEtag);
        change("a weak tag as If-Match", s -> "W/" + s.etag());
        change("a tag that is none as If-Match", s -> "abc");
        change("a list without the tag as If-Match", s -> "\"a\", \"b\"");
        add(
                "no If-Match and a bad body",
                s -> Sent.of("PUT", "/api/vehicles/" + s.vehicleId(), "{}", json(s.annsToken())));
        add(
                "somebody else's vehicle, changing",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.bobsToken()), "If-Match", s.etag())));
        add(
                "somebody else's vehicle, with a former tag",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.bobsToken()), "If-Match", s.formerEtag())));
        add(
                "somebody else's vehicle, pausing",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId() + "/availability",
                        "{\"available\":false}",
                        json(s.bobsToken())));
        add(
                "somebody else's vehicle, deleting",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.bobsToken())));
        add(
                "an unknown vehicle, changing",
                s -> Sent.of("PUT", UNKNOWN, GOOD, more(json(s.annsToken()), "If-Match", s.etag())));
        add(
                "an unknown vehicle, pausing",
                s -> Sent.of("PUT", UNKNOWN + "/availability", "{\"available\":false}", json(s.annsToken())));
        add(
                "an unknown vehicle, deleting",
                s -> Sent.of("DELETE", UNKNOWN, null, Map.of("Authorization", "Bearer " + s.annsToken())));
        add(
                "deleting with a former tag",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken(), "If-Match", s.formerEtag())));
        add(
                "pausing with a former tag",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId() + "/availability",
                        "{\"available\":false}",
                        more(json(s.annsToken()), "If-Match", s.formerEtag())));
    }

    private void keys() {
        for (String key : List.of("a b", "ä", "k".repeat(201))) {
            add(
                    "an Idempotency-Key that is none: " + key.substring(0, Math.min(5, key.length())),
                    s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.annsToken()), "Idempotency-Key", key)));
        }
        String key = "k".repeat(200);
        add(
                "a key, first",
                s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.annsToken()), "Idempotency-Key", key)));
        add(
                "the same key and request again",
                s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.annsToken()), "Idempotency-Key", key)));
        add(
                "the same key with another body",
                s -> Sent.of(
                        "POST",
                        "/api/vehicles",
                        with("year", "2011"),
                        more(json(s.annsToken()), "Idempotency-Key", key)));
        add(
                "the same key for another request",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken(), "Idempotency-Key", key)));
        add(
                "the same key of somebody else",
                s -> Sent.of("POST", "/api/vehicles", GOOD, more(json(s.bobsToken()), "Idempotency-Key", key)));
    }

    private void goodWrites() {
        post("a good vehicle", GOOD);
        post("a good vehicle with blanks around", "\n " + GOOD + "\t");
        add(
                "a good change",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.annsToken()), "If-Match", s.etag())));
        add(
                "a change of what was changed meanwhile",
                s -> Sent.of(
                        "PUT",
                        "/api/vehicles/" + s.vehicleId(),
                        GOOD,
                        more(json(s.annsToken()), "If-Match", s.etag())));
        add(
                "a change of whatever is there",
                s -> Sent.of(
                        "PUT", "/api/vehicles/" + s.vehicleId(), GOOD, more(json(s.annsToken()), "If-Match", "*")));
        availability("paused", "{\"available\":false}");
        availability("paused again", "{\"available\":false}");
        availability("resumed", "{\"available\":true}");
        get("the vehicle after all that", s -> "/api/vehicles/" + s.vehicleId());
        add(
                "deleted",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken())));
        add(
                "deleted again",
                s -> Sent.of(
                        "DELETE",
                        "/api/vehicles/" + s.vehicleId(),
                        null,
                        Map.of("Authorization", "Bearer " + s.annsToken())));
        get("the vehicle that was deleted", s -> "/api/vehicles/" + s.vehicleId());
    }
}
