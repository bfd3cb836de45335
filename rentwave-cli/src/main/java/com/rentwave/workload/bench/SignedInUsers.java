package com.rentwave.workload.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * People who are signed in, for a measurement without a monolith: tokens as the monolith signs them (JWT, ES256), and the
 * key to check them with as it publishes its own (JWKS).
 */
final class SignedInUsers {

    private static final String KEY = "bench";
    private static final int COORDINATE = 32;
    private static final long SECONDS_SIGNED_IN = 12 * 60 * 60;

    private final KeyPair keys;

    SignedInUsers() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC keys", e);
        }
    }

    /** The published keys. */
    String jwks() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"" + KEY
                + "\",\"x\":\"" + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\"}]}";
    }

    /** A user's token. */
    String token(int user) {
        Instant now = Instant.now();
        String signed = text("{\"alg\":\"ES256\",\"kid\":\"" + KEY + "\",\"typ\":\"JWT\"}")
                + '.'
                + text("{\"iss\":\"rentwave\",\"aud\":\"rentwave-api\",\"sub\":\"" + user + "\",\"iat\":"
                        + now.getEpochSecond() + ",\"exp\":"
                        + now.plusSeconds(SECONDS_SIGNED_IN).getEpochSecond() + "}");
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + '.' + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with EC keys", e);
        }
    }

    private static String text(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Big-endian, of the curve's length: no sign, no missing zeros. */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        byte[] tail =
                bytes.length > COORDINATE ? Arrays.copyOfRange(bytes, bytes.length - COORDINATE, bytes.length) : bytes;
        System.arraycopy(tail, 0, fixed, COORDINATE - tail.length, tail.length);
        return base64(fixed);
    }
}
