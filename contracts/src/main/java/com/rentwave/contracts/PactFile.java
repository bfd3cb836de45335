package com.rentwave.contracts;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pact file and what identifies it.
 *
 * @param name the file's name
 * @param hash SHA-256 of the file's bytes, lower-case hex
 * @param pact its content; the provider it names is an API
 */
record PactFile(String name, String hash, Pact pact) {

    String consumer() {
        return pact.getConsumer().getName();
    }

    String api() {
        return pact.getProvider().getName();
    }

    /** The pact files of a folder, by name. */
    static List<PactFile> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<PactFile> pacts = new ArrayList<>();
        for (Path file : files) {
            pacts.add(read(file));
        }
        return pacts;
    }

    static PactFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Pact pact;
        try {
            pact = DefaultPactReader.INSTANCE.loadPact(file.toFile());
        } catch (RuntimeException e) {
            throw new IOException(file.getFileName() + " is not a pact: " + e.getMessage(), e);
        }
        return new PactFile(file.getFileName().toString(), sha256(bytes), pact);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
