package com.rentwave.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * Names what is deployed: SHA-256 over the content of the jar and of the libraries that lie beside it, or over every file
 * of an unpacked one. The same sources give the same id, and a contract verified against one id is known to hold for what
 * runs with it. Whoever takes part in a stream of rows is known by such an id.
 */
public final class BuildId {

    private static final int DIGITS = 16;

    private BuildId() {}

    /**
     * One file of what is deployed.
     *
     * @param name told by the id as well
     */
    public record Entry(String name, Content content) {}

    /** What is in a file. */
    @FunctionalInterface
    public interface Content {

        /** Opens it; whoever reads it closes it. */
        InputStream open() throws IOException;
    }

    /**
     * Names what is deployed.
     *
     * @param deployed a jar, or a folder
     * @throws UncheckedIOException when it cannot be read
     */
    public static String of(Path deployed) {
        try {
            return of(files(deployed).stream()
                    .map(file -> new Entry(file.getFileName().toString(), () -> Files.newInputStream(file)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Names what is deployed where it is not to be had as files.
     *
     * @param entries in an order that is always the same
     * @throws UncheckedIOException when one cannot be read
     */
    public static String of(List<Entry> entries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Entry entry : entries) {
                digest.update(entry.name().getBytes(StandardCharsets.UTF_8));
                try (InputStream content = new DigestInputStream(entry.content().open(), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
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
        Path libraries = deployed.resolveSibling("lib");
        boolean thin = Files.isRegularFile(deployed) && Files.isDirectory(libraries);
        try (Stream<Path> all = Files.walk(deployed);
                Stream<Path> more = thin ? Files.walk(libraries) : Stream.empty()) {
            return Stream.concat(all, more)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
