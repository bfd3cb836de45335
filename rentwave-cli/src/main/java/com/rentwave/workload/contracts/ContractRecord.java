package com.rentwave.workload.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What has been verified, compared with what runs. */
public final class ContractRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Platform platform;
    private final OperatorClient operator;

    public ContractRecord(HttpClient http, Platform platform, OperatorClient operator) {
        this.http = http;
        this.platform = platform;
        this.operator = operator;
    }

    /** The pacts that no verification of the running builds covers, one line each; empty when all are covered. */
    public List<String> missing() throws IOException, InterruptedException {
        List<JsonNode> verifications = operator.verifications();
        List<String> missing = new ArrayList<>();
        for (PartName side : List.of(PartName.MONOLITH, PartName.VEHICLE_SERVICE)) {
            JsonNode running = running(platform.uriOf(side));
            for (Path pact : pacts(platform.projectFolder())) {
                String hash = sha256(Files.readAllBytes(pact));
                if (verifications.stream().noneMatch(v -> covers(v, hash, running))) {
                    missing.add(pact.getFileName() + " by "
                            + running.path("component").asText() + " build "
                            + running.path("build").asText());
                }
            }
        }
        return missing;
    }

    private static boolean covers(JsonNode verification, String hash, JsonNode running) {
        return verification.path("verified").asBoolean()
                && verification.path("pactHash").asText().equals(hash)
                && verification
                        .path("provider")
                        .asText()
                        .equals(running.path("component").asText())
                && verification
                        .path("build")
                        .asText()
                        .equals(running.path("build").asText());
    }

    private JsonNode running(URI provider) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(provider.resolve("/internal/build"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    static List<Path> pacts(Path project) throws IOException {
        Path folder = pactFolder(project);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static Path pactFolder(Path project) {
        return project.resolve("contracts").resolve("pacts");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
