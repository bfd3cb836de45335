package com.rentwave.facade.stream;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The control API of change data capture, over HTTP. Blocks; not for an event loop. */
public final class CdcStreams implements Streams {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final String token;
    private final JsonMapper json;

    /** @param token the internal token that cdc asks for */
    public CdcStreams(HttpClient http, URI base, String token, JsonMapper json) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.json = json;
    }

    @Override
    public StreamsState arm(String api) throws IOException, InterruptedException {
        return post("/streams/" + api + "/arm", LONG, StreamsState.class);
    }

    @Override
    public StreamsState state(String api) throws IOException, InterruptedException {
        return read(request("/streams/" + api, SHORT).GET().build(), StreamsState.class);
    }

    @Override
    public MappingProof mapping(String api) throws IOException, InterruptedException {
        return read(request("/mapping/" + api, LONG).GET().build(), MappingProof.class);
    }

    @Override
    public Reconciliation prove(String api, Duration limit) throws IOException, InterruptedException {
        return post("/prove/" + api, limit, Reconciliation.class);
    }

    @Override
    public Reconciliation reconcile(String api, Instant since, Duration limit)
            throws IOException, InterruptedException {
        String query = since == null ? "" : "?since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
        return post("/reconcile/" + api + query, limit, Reconciliation.class);
    }

    @Override
    public String unhealthyReason() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request("/internal/health", SHORT).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            return null;
        }
        try {
            Object reason = json.readValue(answer.body(), Map.class).get("reason");
            return reason == null ? "it answers " + answer.statusCode() : reason.toString();
        } catch (JacksonException noJson) {
            return "it answers " + answer.statusCode();
        }
    }

    private <T> T post(String path, Duration limit, Class<T> type) throws IOException, InterruptedException {
        return read(
                request(path, limit).POST(HttpRequest.BodyPublishers.noBody()).build(), type);
    }

    private HttpRequest.Builder request(String path, Duration limit) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(limit)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private <T> T read(HttpRequest request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("cdc answers " + answer.statusCode() + " to " + request.method() + " "
                    + request.uri().getPath() + ": " + detail(answer.body()));
        }
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw new IOException("cdc gives an answer to " + request.uri().getPath() + " that cannot be read", e);
        }
    }

    private String detail(String body) {
        try {
            Object detail = json.readValue(body, Map.class).get("detail");
            return detail == null ? "no detail" : detail.toString();
        } catch (JacksonException noJson) {
            return "no detail";
        }
    }
}
