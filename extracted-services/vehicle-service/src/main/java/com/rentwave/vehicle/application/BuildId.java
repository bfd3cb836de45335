package com.rentwave.vehicle.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names what is deployed: SHA-256 over the content of the jar, or over every file of an unpacked one. The same sources
 * give the same id, and a contract verified against one id is known to hold for what runs with it.
 */
final class BuildId {

    private static final int DIGITS = 16;

    private BuildId() {}

    /** @param deployed a jar, or a folder */
    static String of(Path deployed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(deployed)) {
                digest.update(deployed.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
                    content.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> files(Path deployed) throws IOException {
        try (Stream<Path> all = Files.walk(deployed)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
