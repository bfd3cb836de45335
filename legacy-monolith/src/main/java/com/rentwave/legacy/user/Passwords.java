package com.rentwave.legacy.user;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Salted slow hashes (PBKDF2 with HMAC-SHA-512) of what the browser sends, which is the SHA-256 of the password. A hash
 * carries its rounds and its salt: {@code rounds:salt:hash}.
 */
final class Passwords {

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Compared with when there is no such user, so that the time of an answer does not tell who is registered. */
    private static final String NOBODY = ROUNDS + ":00:00";

    private Passwords() {}

    static String hash(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return ROUNDS + ":" + HEX.formatHex(salt) + ':' + HEX.formatHex(derive(secret, salt, ROUNDS));
    }

    /** @param hash null when there is no such user; nothing matches it, in the same time */
    static boolean matches(String secret, String hash) {
        String[] parts = (hash == null ? NOBODY : hash).split(":");
        byte[] derived = derive(secret, HEX.parseHex(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived, HEX.parseHex(parts[2]));
    }

    private static byte[] derive(String secret, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, rounds, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
