package com.rentwave.facade.backend;

import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The providers' internal addresses, over HTTP. Blocks; not for an event loop. */
public final class HttpBackends implements Backends {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient http;
    private final Map<Side, URI> bases;
    private final JsonMapper json;

    public HttpBackends(HttpClient http, URI legacy, URI service, JsonMapper json) {
        this.http = http;
        this.bases = Map.of(Side.LEGACY, legacy, Side.SERVICE, service);
        this.json = json;
    }

    @Override
    public RunningBuild build(Side side) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(side, "/internal/build");
        RunningBuild build = read(answer, RunningBuild.class);
        if (answer.statusCode() != 200 || build.component() == null || build.build() == null) {
            throw new IOException("the provider at the side " + side.word() + " does not tell its build");
        }
        return build;
    }

    @Override
    public String unhealthyReason(Side side) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(side, "/internal/health");
        if (answer.statusCode() == 200) {
            return null;
        }
        try {
            Object reason = read(answer, Map.class).get("reason");
            return reason == null ? "it answers " + answer.statusCode() : reason.toString();
        } catch (IOException noJson) {
            return "it answers " + answer.statusCode();
        }
    }

    @Override
    public ApplierState applier() throws IOException, InterruptedException {
        return read(get(Side.SERVICE, "/internal/sync"), ApplierState.class);
    }

    private HttpResponse<String> get(Side side, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(bases.get(side).resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> T read(HttpResponse<String> answer, Class<T> type) throws IOException {
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw new IOException(answer.uri().getPath() + " gives an answer that cannot be read", e);
        }
    }
}
