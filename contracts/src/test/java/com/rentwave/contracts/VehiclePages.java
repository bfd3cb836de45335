package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The requests that RentWave's pages send about vehicles, as they arrive behind the facade. */
final class VehiclePages {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    /** @param token of the signed-in user; null when nobody is */
    VehiclePages(String base, String token) {
        this.base = base;
        this.token = token;
    }

    HttpResponse<String> advertise(String vehicle, String key) throws IOException, InterruptedException {
        return send(request("/api/vehicles")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(vehicle)));
    }

    HttpResponse<String> show(long id) throws IOException, InterruptedException {
        return send(request("/api/vehicles/" + id).GET());
    }

    HttpResponse<String> showUnlessUnchanged(long id, String etag) throws IOException, InterruptedException {
        return send(request("/api/vehicles/" + id).header("If-None-Match", etag).GET());
    }

    HttpResponse<String> save(long id, String vehicle, String etag) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/vehicles/" + id).header("Content-Type", "application/json");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return send(request.PUT(BodyPublishers.ofString(vehicle)));
    }

    HttpResponse<String> pause(long id) throws IOException, InterruptedException {
        return send(request("/api/vehicles/" + id + "/availability")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"available\":false}")));
    }

    HttpResponse<String> remove(long id) throws IOException, InterruptedException {
        return send(request("/api/vehicles/" + id).DELETE());
    }

    HttpResponse<String> search(Map<String, String> query) throws IOException, InterruptedException {
        return send(request("/api/vehicles?"
                        + query.entrySet().stream()
                                .map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))
                .GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).version(HttpClient.Version.HTTP_1_1);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
