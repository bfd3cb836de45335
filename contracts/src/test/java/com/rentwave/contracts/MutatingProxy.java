package com.rentwave.contracts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Stands in front of a real provider and spoils its answers on the way back. */
final class MutatingProxy implements AutoCloseable {

    private static final Set<String> ITS_OWN =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "transfer-encoding", "date");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI provider;
    private final HttpServer server;
    private volatile UnaryOperator<Answer> mutation = UnaryOperator.identity();
    private volatile Answer last;

    /** What a provider answers. */
    record Answer(int status, Map<String, String> headers, String body) {

        Answer status(int other) {
            return new Answer(other, headers, body);
        }

        Answer body(String other) {
            return new Answer(status, headers, other);
        }

        Answer header(String name, String value) {
            Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            changed.putAll(headers);
            if (value == null) {
                changed.remove(name);
            } else {
                changed.replace(name, value);
            }
            return new Answer(status, changed, body);
        }
    }

    MutatingProxy(URI provider) throws IOException {
        this.provider = provider;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void mutate(UnaryOperator<Answer> wanted) {
        mutation = wanted;
    }

    /** The provider's last answer, not spoilt. */
    Answer last() {
        return last;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            last = ask(exchange);
            Answer answer = mutation.apply(last);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            boolean bodiless = answer.status() == 204 || answer.status() == 304 || body.length == 0;
            exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
            if (!bodiless) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(provider.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), headers(response), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Map<String, String> headers(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
            if (!ITS_OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.put(header.getKey(), String.join(", ", header.getValue()));
            }
        }
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
