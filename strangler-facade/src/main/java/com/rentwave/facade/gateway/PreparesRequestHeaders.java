package com.rentwave.facade.gateway;

import com.rentwave.facade.session.SessionCookies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Gives each attempt its headers: the client's without what ends here, and what the facade adds for the backend. */
@Component
class PreparesRequestHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> WRITTEN_HERE =
            Set.of("authorization", "cookie", "content-length", "idempotency-key", "host");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        Passage passage = Passage.of(exchange);
        HttpHeaders original = exchange.getRequest().getHeaders();
        Set<String> connectionOwn = connectionOwn(original);
        HttpHeaders prepared = new HttpHeaders();
        input.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!Headers.endsHere(name)
                    && !Headers.pretends(name)
                    && !WRITTEN_HERE.contains(lower)
                    && !connectionOwn.contains(lower)) {
                prepared.addAll(name, values);
            }
        });
        forwardCookies(original, prepared);
        add(passage, original, prepared);
        return prepared;
    }

    private static void add(Passage passage, HttpHeaders original, HttpHeaders prepared) {
        if (passage.authorization() != null) {
            prepared.set(HttpHeaders.AUTHORIZATION, passage.authorization());
        } else if (!passage.isUnderApi()) {
            prepared.addAll(HttpHeaders.AUTHORIZATION, original.getOrEmpty(HttpHeaders.AUTHORIZATION));
        }
        if (passage.writes()) {
            List<String> given = original.getOrEmpty(Headers.IDEMPOTENCY_KEY);
            prepared.addAll(Headers.IDEMPOTENCY_KEY, given.isEmpty() ? List.of(passage.idempotencyKey()) : given);
            prepared.setContentLength(passage.body().length);
        }
        if (passage.awaited() != null) {
            prepared.set(Headers.AWAIT, passage.awaited().toString());
            prepared.set(Headers.AWAIT_API, passage.awaitedApi());
            prepared.set(Headers.AWAIT_MILLIS, Long.toString(passage.awaitTime().toMillis()));
        }
    }

    /** Names that the client declared to belong to its own connection. */
    private static Set<String> connectionOwn(HttpHeaders headers) {
        Set<String> names = new HashSet<>();
        for (String line : headers.getOrEmpty(HttpHeaders.CONNECTION)) {
            for (String name : line.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** The backends know nothing of our cookies. */
    private static void forwardCookies(HttpHeaders original, HttpHeaders prepared) {
        List<String> others = new ArrayList<>();
        for (String line : original.getOrEmpty(HttpHeaders.COOKIE)) {
            for (String pair : line.split(";")) {
                String name = pair.split("=", 2)[0].strip();
                if (!name.isEmpty() && !SessionCookies.isOurs(name)) {
                    others.add(pair.strip());
                }
            }
        }
        if (!others.isEmpty()) {
            prepared.set(HttpHeaders.COOKIE, String.join("; ", others));
        }
    }
}
