package com.rentwave.contracts;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pact file and what identifies it.
 *
 * @param name the file's name
 * @param hash SHA-256 of the file's bytes, lower-case hex
 * @param pact its content; the provider it names is an API, or a topic with an API's rows
 * @param interactions the hash of each interaction, by name
 */
record PactFile(String name, String hash, Pact pact, Map<String, String> interactions) {

    /** Where a component is asked by the others and not by users. */
    static final String INTERNAL = "/internal/";

    String consumer() {
        return pact.getConsumer().getName();
    }

    String provider() {
        return pact.getProvider().getName();
    }

    String api() {
        return Component.api(provider());
    }

    /** Whether it is about messages. */
    boolean isStreamed() {
        return pact.getInteractions().stream().anyMatch(Interaction::isAsynchronousMessage);
    }

    /** Whether it is about requests that only RentWave's own parts may send. */
    boolean isInternal() {
        return pact.getInteractions().stream()
                .filter(Interaction::isSynchronousRequestResponse)
                .anyMatch(one -> one.asSynchronousRequestResponse()
                        .getRequest()
                        .getPath()
                        .startsWith(INTERNAL));
    }

    /** Whether its consumer does not rely on any of it yet. */
    boolean isPending() {
        return !pact.getInteractions().isEmpty()
                && pact.getInteractions().stream()
                        .allMatch(interaction -> interaction.isV4()
                                && interaction.asV4Interaction().getPending());
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
        return new PactFile(file.getFileName().toString(), sha256(bytes), pact, hashes(bytes, pact));
    }

    /** Of the interactions as they stand in the file, in its order. */
    private static Map<String, String> hashes(byte[] bytes, Pact pact) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        JsonNode interactions = Http.JSON.readTree(bytes).path("interactions");
        for (int i = 0; i < interactions.size(); i++) {
            hashes.put(
                    InteractionVerifier.name(pact.getInteractions().get(i)),
                    sha256(interactions.get(i).toString().getBytes(StandardCharsets.UTF_8)));
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
