package com.rentwave.platform;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Passwords, keys and tokens of one data folder: made at the first start, one file each, readable by their owner only. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COORDINATE_BYTES = 32;

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** Opens the secrets; those that do not exist yet are made when they are asked for. */
    static Secrets in(DataFolder data) {
        DataFolder.createPrivate(data.secrets());
        return new Secrets(data.secrets());
    }

    String databasePassword(String role) {
        return secret(role + ".password", () -> token(24));
    }

    String operatorToken() {
        return secret("operator-token", () -> token(32));
    }

    String internalToken() {
        return secret("internal-token", () -> token(32));
    }

    String demoPassword() {
        return secret("demo-password", () -> token(9));
    }

    String administratorPassword() {
        return secret("administrator-password", () -> token(12));
    }

    String seedPassword() {
        return secret("seed-password", () -> token(9));
    }

    /** Signs the facade's position tokens: 32 bytes as hex. */
    String positionKey() {
        return secret("position-key", () -> HexFormat.of().formatHex(random(32)));
    }

    /** Signs the certificates of flips: 32 bytes as hex. */
    String certificateKey() {
        return secret("certificate-key", () -> HexFormat.of().formatHex(random(32)));
    }

    /** Signs the monolith's tokens: an EC P-256 private key as a JWK. */
    Path jwtKeyFile() {
        secret("jwt-key.json", Secrets::newJwk);
        return folder.resolve("jwt-key.json");
    }

    private synchronized String secret(String name, Supplier<String> fresh) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, fresh.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new PlatformException("The secret " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String token(int bytes) {
        return base64(random(bytes));
    }

    private static String newJwk() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey open = (ECPublicKey) pair.getPublic();
            ECPrivateKey hidden = (ECPrivateKey) pair.getPrivate();
            return """
                    {"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s","d":"%s"}""".formatted(
                            token(9),
                            coordinate(open.getW().getAffineX()),
                            coordinate(open.getW().getAffineY()),
                            coordinate(hidden.getS()));
        } catch (GeneralSecurityException e) {
            throw new PlatformException("This Java cannot make an EC P-256 key: " + e.getMessage(), e);
        }
    }

    /** RFC 7518: coordinates are unsigned, big endian, padded to the size of the field. */
    private static String coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] padded = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - length, padded, COORDINATE_BYTES - length, length);
        return base64(padded);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
