package com.rentwave.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a health address: 200 is healthy, anything else tells its {@code reason} when it has one. */
final class HttpProbe {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private HttpProbe() {}

    static Health ask(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? Health.healthy()
                    : Health.unhealthy(reason(answer.body(), path + " answers " + answer.statusCode()));
        } catch (IOException e) {
            return Health.unhealthy(
                    "no answer on port " + port + " (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.");
        }
    }

    private static String reason(String body, String otherwise) {
        try {
            JsonNode reason = JSON.readTree(body).path("reason");
            return reason.isTextual() ? reason.asText() : otherwise;
        } catch (JsonProcessingException e) {
            return otherwise;
        }
    }
}
