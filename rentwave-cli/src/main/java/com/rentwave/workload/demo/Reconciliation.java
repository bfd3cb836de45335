package com.rentwave.workload.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks cdc to compare both databases row by row, after all streams have passed a barrier. */
final class Reconciliation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient http;
    private final Platform platform;

    Reconciliation(HttpClient http, Platform platform) {
        this.http = http;
        this.platform = platform;
    }

    /** @param compared rows; @param differences those that differ, one sentence each */
    record Result(long compared, List<String> differences) {}

    Result run(String api) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        platform.uriOf(PartName.CDC).resolve("/reconcile/" + api))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + platform.internalToken())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode json = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException("The databases could not be compared: " + response.statusCode() + " "
                    + json.path("detail").asText());
        }
        List<String> differences = new ArrayList<>();
        json.path("differences").forEach(one -> differences.add(one.toString()));
        return new Result(json.path("compared").asLong(), differences);
    }
}
