package com.rentwave.facade.backend;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The providers' internal addresses, over HTTP. Blocks; not for an event loop. */
public final class HttpBackends implements Backends {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient http;
    private final MovingApis apis;
    private final JsonMapper json;

    public HttpBackends(HttpClient http, MovingApis apis, JsonMapper json) {
        this.http = http;
        this.apis = apis;
        this.json = json;
    }

    @Override
    public RunningBuild build(String api, Side side) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(api, side, "/internal/build");
        RunningBuild build = read(answer, RunningBuild.class);
        if (answer.statusCode() != 200 || build.component() == null || build.build() == null) {
            throw new IOException(apis.component(api, side) + " does not tell its build");
        }
        return build;
    }

    @Override
    public String unhealthyReason(String api, Side side) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(api, side, "/internal/health");
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
    public LegacyUses uses(String api, Instant since) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(api, Side.LEGACY, "/internal/uses/" + api + "?since=" + since);
        LegacyUses uses = answer.statusCode() == 200 ? read(answer, LegacyUses.class) : null;
        if (uses == null || uses.watchedSince() == null) {
            throw new IOException(apis.component(api, Side.LEGACY) + " does not tell what it still answers of " + api);
        }
        return uses;
    }

    @Override
    public ApplierState applier(String api) throws IOException, InterruptedException {
        return read(get(api, Side.SERVICE, "/internal/sync"), ApplierState.class);
    }

    private HttpResponse<String> get(String api, Side side, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(apis.uri(api, side).resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            // It often comes without a message.
            throw new IOException(apis.component(api, side) + " is not there: nobody answers at " + request.uri(), e);
        }
    }

    private <T> T read(HttpResponse<String> answer, Class<T> type) throws IOException {
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw new IOException(answer.uri().getPath() + " gives an answer that cannot be read", e);
        }
    }
}
