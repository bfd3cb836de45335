package com.rentwave.facade.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pact files that count now. A pact names the API as its provider: the same pact is kept by the monolith and by the
 * service that replaces it.
 */
public final class PactFolder {

    private final Path folder;
    private final JsonMapper json;

    public PactFolder(Path folder, JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /**
     * The pacts about an API, by file name.
     *
     * @throws IOException when the folder, or any pact file in it, cannot be read: an unread pact may be about any API
     */
    public List<PactFile> pacts(String api) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new IOException("there is no folder of pact files at " + folder, e);
        }
        List<PactFile> pacts = new ArrayList<>();
        for (Path file : files) {
            PactFile pact = read(file);
            if (pact.api().equals(api)) {
                pacts.add(pact);
            }
        }
        return pacts;
    }

    private PactFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            JsonNode pact = json.readTree(bytes);
            String consumer = pact.path("consumer").path("name").asString("");
            String provider = pact.path("provider").path("name").asString("");
            if (consumer.isEmpty() || provider.isEmpty()) {
                throw new IOException(file.getFileName() + " names no consumer or no provider");
            }
            return new PactFile(consumer, provider, sha256(bytes));
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is not a pact", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
