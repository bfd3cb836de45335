package com.rentwave.contracts.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.contracts.ApiForms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graalvm.polyglot.HostAccess;

/**
 * Sends the pages' requests as they arrive behind the facade: with a bearer token for the cookie, and, as browsers do, with
 * the tag of what they have kept. What another contract is about is answered here.
 */
public final class Wire {

    static final String USER =
            "{\"id\":7,\"email\":\"pat@example.org\",\"name\":\"Pat Pact\",\"about\":\"\",\"place\":\"\","
                    + "\"administrator\":true,\"createdAt\":\"" + ApiForms.TIME + "\"}";
    static final String NOTHING =
            "{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,\"detail\":\"Another contract.\"}";

    static final String NOBODY =
            "{\"type\":\"urn:rentwave:problem:unauthenticated\",\"title\":\"Sign-in needed\",\"status\":401,\"detail\":\"Sign in.\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> paths;
    private final Map<String, Answer> elsewhere = new HashMap<>(Map.of(
            "/api/users/me", new Answer(200, Map.of(), USER),
            "/api/notifications", new Answer(200, Map.of(), "{\"items\":[],\"nextCursor\":null,\"unread\":0}")));
    private final Map<String, Answer> kept = new HashMap<>();
    private String server;
    private String token;
    private boolean lost;
    private IOException broken;

    Wire(String... paths) {
        this.paths = List.of(paths);
        elsewhere.keySet().removeIf(this::isContracted);
    }

    /** What came back, for the pages. */
    public record Answer(int status, Map<String, String> headers, String body) {

        @HostAccess.Export
        @Override
        public int status() {
            return status;
        }

        @HostAccess.Export
        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        @HostAccess.Export
        @Override
        public String body() {
            return body;
        }
    }

    void connect(String url, String bearer) {
        server = url;
        token = bearer;
    }

    void answer(String path, int status, String etag, String json) {
        elsewhere.put(path, new Answer(status, etag == null ? Map.of() : Map.of("etag", etag), json));
    }

    void lose() {
        lost = true;
    }

    void keep(String path, String etag, String json) {
        kept.put(path, new Answer(200, Map.of("etag", etag), json));
    }

    /** The idempotency key that chance gives the pages. */
    @HostAccess.Export
    public String key() {
        return Words.KEY;
    }

    /** Null when nothing came back. */
    @HostAccess.Export
    public Answer send(String method, String path, String headers, String body) {
        String place = path.replaceAll("\\?.*", "");
        if (elsewhere.containsKey(method + ' ' + place)) {
            return elsewhere.get(method + ' ' + place);
        }
        if (method.equals("GET") && (elsewhere.containsKey(path) || elsewhere.containsKey(place))) {
            return elsewhere.getOrDefault(path, elsewhere.get(place));
        }
        if (!isContracted(place)) {
            return new Answer(404, Map.of(), NOTHING);
        }
        if (lost && !method.equals("GET")) {
            lost = false;
            return null;
        }
        try {
            return fromServer(method, path, Words.JSON.readTree(headers), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (IOException e) {
            broken = e;
            return null;
        }
    }

    private boolean isContracted(String place) {
        return paths.stream().anyMatch(path -> place.equals(path) || place.startsWith(path + '/'));
    }

    private Answer fromServer(String method, String path, JsonNode headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        Answer before = kept.get(path);
        if (method.equals("GET") && before != null) {
            request.header("If-None-Match", before.header("ETag"));
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 304) {
            return before;
        }
        Map<String, String> received = new HashMap<>();
        response.headers().map().forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Answer(response.statusCode(), received, response.body());
    }

    /** @throws IllegalStateException when a request of the pages could not be sent */
    void check() {
        if (broken != null) {
            throw new IllegalStateException("the provider of the contract cannot be reached", broken);
        }
    }
}
