package com.rentwave.facade.gateway;

import com.rentwave.facade.session.SessionCookies;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerRequest;

/** The headers of each attempt: the client's without what ends here, and what the facade adds for the backend. */
final class RequestHeaders {

    private static final HeaderNames WRITTEN_HERE =
            new HeaderNames("authorization", "cookie", "content-length", "idempotency-key", "host");

    private RequestHeaders() {}

    /** @param target has the HTTP client's own User-Agent, Accept and Host */
    static void write(ServerWebExchange exchange, HttpHeaders target) {
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        HttpHeaders original = request.requestHeaders();
        Set<String> connectionOwn = connectionOwn(original);
        giveWay(original, target);
        for (Map.Entry<String, String> header : original) {
            String name = header.getKey();
            if (!Headers.endsHere(name)
                    && !Headers.pretends(name)
                    && !WRITTEN_HERE.contains(name)
                    && !connectionOwn.contains(name)) {
                target.add(name, header.getValue());
            }
        }
        forwardCookies(original, target);
        add(Passage.of(exchange), original, target);
    }

    /** The client's own value is better than the HTTP client's. */
    private static void giveWay(HttpHeaders original, HttpHeaders target) {
        if (original.contains(HttpHeaderNames.USER_AGENT)) {
            target.remove(HttpHeaderNames.USER_AGENT);
        }
        if (original.contains(HttpHeaderNames.ACCEPT)) {
            target.remove(HttpHeaderNames.ACCEPT);
        }
    }

    private static void add(Passage passage, HttpHeaders original, HttpHeaders target) {
        if (passage.authorization() != null) {
            target.set(HttpHeaderNames.AUTHORIZATION, passage.authorization());
        } else if (!passage.isUnderApi()) {
            target.add(HttpHeaderNames.AUTHORIZATION, original.getAll(HttpHeaderNames.AUTHORIZATION));
        }
        if (passage.writes()) {
            List<String> given = original.getAll(Headers.IDEMPOTENCY_KEY);
            target.add(Headers.IDEMPOTENCY_KEY, given.isEmpty() ? List.of(passage.idempotencyKey()) : given);
            target.setInt(HttpHeaderNames.CONTENT_LENGTH, passage.body().length);
        }
        if (passage.awaited() != null) {
            target.set(Headers.AWAIT, passage.awaited().toString());
            target.set(Headers.AWAIT_API, passage.awaitedApi());
            target.set(Headers.AWAIT_MILLIS, Long.toString(passage.awaitTime().toMillis()));
        }
    }

    /** Names that the client declared to belong to its own connection. */
    private static Set<String> connectionOwn(HttpHeaders headers) {
        List<String> lines = headers.getAll(HttpHeaderNames.CONNECTION);
        if (lines.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            for (String name : line.split(",")) {
                names.add(name.strip());
            }
        }
        return names;
    }

    /** The backends know nothing of our cookies. */
    private static void forwardCookies(HttpHeaders original, HttpHeaders target) {
        List<String> others = new ArrayList<>();
        for (String line : original.getAll(HttpHeaderNames.COOKIE)) {
            for (String pair : line.split(";")) {
                String name = pair.split("=", 2)[0].strip();
                if (!name.isEmpty() && !SessionCookies.isOurs(name)) {
                    others.add(pair.strip());
                }
            }
        }
        if (!others.isEmpty()) {
            target.set(HttpHeaderNames.COOKIE, String.join("; ", others));
        }
    }
}
