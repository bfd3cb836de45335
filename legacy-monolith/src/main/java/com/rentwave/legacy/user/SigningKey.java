package com.rentwave.legacy.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Reads the key that signs tokens, and how long they last, from where the environment says. */
@ApplicationScoped
class SigningKey {

    private static final String FILE = "RENTWAVE_JWT_KEY_FILE";
    private static final String LIFETIME = "RENTWAVE_JWT_TTL";

    @Produces
    @Singleton
    Tokens tokens(Clock clock) {
        return read(System.getenv(), clock);
    }

    static Tokens read(Map<String, String> environment, Clock clock) {
        return new Tokens(key(environment.get(FILE)), lifetime(environment.getOrDefault(LIFETIME, "PT8H")), clock);
    }

    private static ECKey key(String file) {
        if (file == null || file.isBlank()) {
            throw new IllegalStateException(FILE + " does not name the file of the signing key");
        }
        try {
            ECKey key = ECKey.parse(Files.readString(Path.of(file)));
            if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
                throw new IllegalStateException(file + " holds no private key on P-256");
            }
            String id = key.getKeyID() == null ? key.computeThumbprint().toString() : key.getKeyID();
            return new ECKey.Builder(key)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .build();
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(file + " cannot be read as a key: " + e.getMessage(), e);
        }
    }

    private static Duration lifetime(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(LIFETIME + " is not a duration such as PT8H: " + text, e);
        }
    }
}
