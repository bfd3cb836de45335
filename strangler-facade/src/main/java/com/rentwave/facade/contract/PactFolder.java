package com.rentwave.facade.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pact files that count now, and who has to have one. A pact names an API as its provider: the same pact is kept by
 * the monolith and by the service that replaces it. Or it names a topic with an API's rows, which one side publishes.
 */
public final class PactFolder {

    private static final String CONSUMERS = "consumers.properties";

    private final Path folder;
    private final JsonMapper json;
    private volatile Map<String, PactFile> known = Map.of();

    public PactFolder(Path folder, JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /**
     * The pacts that are there now, by file name, and who has to have one. A file is read each time; what is in it is worked
     * out again only when its bytes are not those of before.
     *
     * @throws IOException when the folder, any pact file in it or the list of consumers cannot be read: an unread pact may be
     *     about any API
     */
    public Pacts read() throws IOException {
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
            pacts.add(read(file));
        }
        known = pacts.stream().collect(Collectors.toMap(PactFile::hash, pact -> pact, (one, same) -> one));
        return new Pacts(pacts, told());
    }

    private Properties told() throws IOException {
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(CONSUMERS))) {
            told.load(reader);
            return told;
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("the list of consumers, " + CONSUMERS + " beside the pacts, cannot be read", e);
        }
    }

    private PactFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String hash = sha256(bytes);
        PactFile before = known.get(hash);
        return before == null ? parse(file, bytes, hash) : before;
    }

    private PactFile parse(Path file, byte[] bytes, String hash) throws IOException {
        try {
            JsonNode pact = json.readTree(bytes);
            String consumer = pact.path("consumer").path("name").asString("");
            String provider = pact.path("provider").path("name").asString("");
            if (consumer.isEmpty() || provider.isEmpty()) {
                throw new IOException(file.getFileName() + " names no consumer or no provider");
            }
            return new PactFile(
                    consumer,
                    provider,
                    hash,
                    any(pact, one -> one.path("type").asString("").equals("Asynchronous/Messages")),
                    any(pact, one -> true)
                            && !any(pact, one -> !one.path("pending").asBoolean(false)),
                    interactions(pact));
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is not a pact", e);
        }
    }

    private static boolean any(JsonNode pact, Predicate<JsonNode> what) {
        return pact.path("interactions").valueStream().anyMatch(what);
    }

    /** Named and hashed as the verifier does it. */
    private static Map<String, String> interactions(JsonNode pact) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (JsonNode interaction : pact.path("interactions")) {
            String states = interaction
                    .path("providerStates")
                    .valueStream()
                    .map(state -> state.path("name").asString(""))
                    .collect(Collectors.joining(" and "));
            hashes.put(
                    (states.isEmpty() ? "" : "given " + states + ": ")
                            + interaction.path("description").asString(""),
                    sha256(interaction.toString().getBytes(StandardCharsets.UTF_8)));
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
