package com.rentwave.legacy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** A client of the stream of notifications, as a browser's. */
final class Listening implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Void>> response;

    Listening(RunningMonolith at, Person person, String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + at.port() + "/api/notifications/stream"))
                .header("Authorization", "Bearer " + person.token())
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        response = HTTP.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new Lines(lines)));
    }

    /** Of the notifications, in the order in which they came. */
    List<Long> ids() {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.parseLong(line.substring("id: ".length())))
                .toList();
    }

    @Override
    public void close() {
        response.cancel(true);
    }

    private record Lines(List<String> lines) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            lines.add("error: " + failure);
        }

        @Override
        public void onComplete() {
            lines.add("end");
        }
    }
}
