package com.rentwave.facade.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses requests at once when too many are under way: a quick no is worth more than a late answer. Who asks for a stream of
 * events, truly or not, takes a place of those.
 */
@Component
class ShedsLoad implements GlobalFilter, Ordered {

    private final LoadSettings settings;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();

    ShedsLoad(LoadSettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return FilterOrder.SHED_LOAD;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return wantsStream(exchange.getRequest())
                ? pass(exchange, chain, streams, settings.streams())
                : pass(exchange, chain, requests, settings.requests());
    }

    private static Mono<Void> pass(
            ServerWebExchange exchange, GatewayFilterChain chain, AtomicInteger running, int most) {
        return Mono.defer(() -> {
            if (running.incrementAndGet() > most) {
                running.decrementAndGet();
                return Mono.error(Problem.overloaded().asException());
            }
            return chain.filter(exchange).doFinally(end -> running.decrementAndGet());
        });
    }

    private static boolean wantsStream(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accepted -> accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }
}
