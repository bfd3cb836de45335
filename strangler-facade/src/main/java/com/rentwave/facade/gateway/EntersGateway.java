package com.rentwave.facade.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import com.rentwave.facade.api.MovingApis;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Hands every request to the gateway's filters. Where it goes is decided there, from the route table; so there is one
 * route, and no need to look for it among handlers and predicates with every request.
 */
@Component
class EntersGateway implements WebFilter, Ordered {

    private final FilteringWebHandler filters;
    private final Route everything;

    EntersGateway(FilteringWebHandler filters, MovingApis apis) {
        this.filters = filters;
        this.everything = Route.async()
                .id("everything")
                .uri(apis.backends().legacyUri())
                .predicate(exchange -> true)
                .build();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain others) {
        exchange.getAttributes().put(GATEWAY_ROUTE_ATTR, everything);
        return filters.handle(exchange);
    }
}
