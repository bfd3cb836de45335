package com.rentwave.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sixteen hexadecimal digits that stand for a content: equal content, equal digits. */
final class Fingerprint {

    private static final int BYTES = 8;

    private Fingerprint() {}

    static String of(String text) {
        return shortened(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String of(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new PlatformException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return shortened(digest.digest());
    }

    private static String shortened(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
