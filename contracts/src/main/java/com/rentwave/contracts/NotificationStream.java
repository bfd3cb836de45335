package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The stream of somebody's notifications, open while something happens that they are told of. */
final class NotificationStream {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATA = "data:";

    private NotificationStream() {}

    /** Something that people do. */
    interface Act {
        void happen() throws IOException;
    }

    /** What somebody is told because of an act. */
    static JsonNode first(Person listener, Act act) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(listener.at("/api/notifications/stream"))
                .headers(listener.bearer("Accept", "text/event-stream"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<Stream<String>> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + response.statusCode());
            }
            try (Stream<String> lines = response.body()) {
                act.happen();
                CompletableFuture<Optional<String>> data = CompletableFuture.supplyAsync(
                        () -> lines.filter(line -> line.startsWith(DATA)).findFirst());
                String json = data.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .orElseThrow(() -> new IOException("the stream of notifications has ended"));
                return Http.JSON.readTree(json.substring(DATA.length()));
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no notification came", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("waiting for a notification was interrupted", e);
        }
    }
}
