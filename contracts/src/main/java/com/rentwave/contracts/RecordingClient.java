package com.rentwave.contracts;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** Sends the library's requests and remembers the last one with its answer. */
final class RecordingClient extends ProviderClient {

    private Exchange last = Exchange.NONE;

    RecordingClient(ProviderInfo provider) {
        super(provider, once(new HttpClientFactory()));
    }

    /** The library makes a client, with its certificates and ciphers, for each request unless it is given the same again. */
    private static IHttpClientFactory once(IHttpClientFactory factory) {
        AtomicReference<CloseableHttpClient> made = new AtomicReference<>();
        return provider -> made.updateAndGet(client -> client == null ? factory.newClient(provider) : client);
    }

    @Override
    public ProviderResponse makeRequest(IRequest request) {
        String sent = text(request);
        last = new Exchange(sent, "no answer");
        ProviderResponse answer = super.makeRequest(request);
        last = new Exchange(sent, text(answer.getStatusCode(), answer.getHeaders(), answer.getBody()));
        return answer;
    }

    void forget() {
        last = Exchange.NONE;
    }

    Exchange last() {
        return last;
    }

    private static String text(IRequest request) {
        String query = request.getQuery().entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> parameter.getKey() + '=' + encoded(value)))
                .collect(Collectors.joining("&"));
        return request.getMethod()
                + ' '
                + request.getPath()
                + (query.isEmpty() ? "" : '?' + query)
                + rest(request.getHeaders(), request.getBody());
    }

    static String text(Integer status, Map<String, ? extends List<String>> headers, OptionalBody body) {
        return status + rest(headers, body);
    }

    /** Not the whole token: it fills the screen, and whoever holds it is signed in. */
    private static String rest(Map<String, ? extends List<String>> headers, OptionalBody body) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, values) -> text.append('\n')
                .append(name)
                .append(": ")
                .append(String.join(", ", values).replaceAll("(?i)(bearer .{12}).+", "$1…")));
        return body == null || !body.isPresent()
                ? text.toString()
                : text.append('\n').append(body.valueAsString()).toString();
    }

    private static String encoded(String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
