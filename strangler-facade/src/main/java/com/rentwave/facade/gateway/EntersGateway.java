package com.rentwave.facade.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.session.TrustedProxies;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/**
 * Hands every request to the gateway's filters. Where it goes is decided there, from the route table; so there is one
 * route, and no need to look for it among handlers and predicates with every request. Stands in the place of Spring's own
 * handler, which would observe each request, look for a session and try handlers of errors; {@link AnswersProblems} knows
 * all errors. What is left as an error ends the client's connection: it would wait for the rest of its answer.
 */
@Component
class EntersGateway implements HttpHandler {

    private static final WebSessionManager NO_SESSIONS = exchange -> Mono.empty();

    private final FilteringWebHandler filters;
    private final TrustedProxies proxies;
    private final Route everything;
    private final ServerCodecConfigurer codecs = ServerCodecConfigurer.create();
    private final LocaleContextResolver locales = new AcceptHeaderLocaleContextResolver();

    EntersGateway(FilteringWebHandler filters, TrustedProxies proxies, MovingApis apis) {
        this.filters = filters;
        this.proxies = proxies;
        this.everything = Route.async()
                .id("everything")
                .uri(apis.backends().legacyUri())
                .predicate(exchange -> true)
                .build();
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        ServerWebExchange exchange =
                new DefaultServerWebExchange(proxies.apply(request), response, NO_SESSIONS, codecs, locales);
        exchange.getAttributes().put(GATEWAY_ROUTE_ATTR, everything);
        return filters.handle(exchange).then(Mono.defer(response::setComplete));
    }
}
