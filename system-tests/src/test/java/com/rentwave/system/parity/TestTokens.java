package com.rentwave.system.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Sign-in tokens as RentWave makes them, and as it must not accept them. */
final class TestTokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String kid;
    private final PrivateKey key;

    private TestTokens(String kid, PrivateKey key) {
        this.kid = kid;
        this.key = key;
    }

    /** Signed with the key of the running RentWave. */
    static TestTokens genuine(Path jwkFile) throws IOException, GeneralSecurityException {
        JsonNode jwk = JSON.readTree(Files.readAllBytes(jwkFile));
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        BigInteger secret =
                new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("d").asText()));
        ECPrivateKeySpec spec = new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class));
        return new TestTokens(
                jwk.path("kid").asText(), KeyFactory.getInstance("EC").generatePrivate(spec));
    }

    /** Signed with a key of somebody else, under the name of the real one. */
    TestTokens forged() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new TestTokens(kid, generator.generateKeyPair().getPrivate());
    }

    String token(long userId, String issuer, String audience, Instant expires) throws GeneralSecurityException {
        String content = encoded("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}") + "."
                + encoded(claims(userId, issuer, audience, expires));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /** A token that says it needs no signature. */
    static String unsigned(long userId) {
        Instant expires = Instant.now().plusSeconds(3_600);
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encoded(claims(userId, "rentwave", "rentwave-api", expires)) + ".";
    }

    private static String claims(long userId, String issuer, String audience, Instant expires) {
        return "{\"iss\":\"" + issuer + "\",\"aud\":\"" + audience + "\",\"sub\":\"" + userId
                + "\",\"name\":\"Ann\",\"iat\":" + expires.minusSeconds(7_200).getEpochSecond() + ",\"exp\":"
                + expires.getEpochSecond() + "}";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
