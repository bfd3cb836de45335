package com.rentwave.system.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends a case and writes the answer down with ids, times and cursors replaced by words; everything else as it came. */
final class Transcript {

    static final List<String> HEADERS =
            List.of("content-type", "location", "etag", "allow", "www-authenticate", "cache-control", "retry-after");

    private Transcript() {}

    static String of(ParityCase parityCase, Subject subject) throws InterruptedException {
        try {
            ParityCase.Sent sent = parityCase.request().apply(subject);
            return normalised(text(send(sent, subject.http(), subject.base()), HEADERS), subject);
        } catch (IOException e) {
            return "no answer: " + e;
        }
    }

    /** The answer as it comes. */
    static HttpResponse<byte[]> send(ParityCase.Sent sent, HttpClient http, URI base)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + sent.path()))
                .timeout(Duration.ofSeconds(60))
                .method(
                        sent.method(),
                        sent.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent.body()));
        sent.headers().forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Status, some headers and the whole body, nothing replaced. */
    static String text(HttpResponse<byte[]> response, List<String> headers) {
        StringBuilder text = new StringBuilder().append(response.statusCode()).append('\n');
        for (String header : headers) {
            for (String value : response.headers().allValues(header)) {
                text.append(header).append(": ").append(value).append('\n');
            }
        }
        return text.append('\n')
                .append(new String(response.body(), StandardCharsets.UTF_8))
                .toString();
    }

    /** Fails with every case in which another side does not answer as the monolith did. */
    static void assertSame(Map<String, String> monolith, Map<String, String> answers, String other) {
        List<String> differences = new ArrayList<>();
        monolith.forEach((name, expected) -> {
            String actual = answers.get(name);
            if (!expected.equals(actual)) {
                differences.add("\n--- " + name + "\nmonolith: " + expected + "\n" + other + ": " + actual);
            }
        });
        assertThat(differences)
                .as("answers of %s that differ from the monolith's", other)
                .isEmpty();
    }

    private static String normalised(String text, Subject subject) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z", "<time>")
                .replaceAll("\"(\\d+)-[0-9a-z]{8,12}\"", "\"$1-<created>\"")
                .replaceAll("\"nextCursor\":\"[A-Za-z0-9_-]+\"", "\"nextCursor\":\"<cursor>\"")
                .replaceAll("(\"ownerId\":)" + subject.annsId() + "\\b", "$1<ann>")
                .replaceAll("(\"ownerId\":)" + subject.bobsId() + "\\b", "$1<bob>")
                .replaceAll("((?:\"id\":|vehicles/|ehicle ))" + subject.vehicleId() + "\\b", "$1<vehicle>")
                .replaceAll("\"id\":\\d+", "\"id\":<id>")
                .replaceAll("(?m)^(location: /api/vehicles/)\\d+$", "$1<id>");
    }
}
