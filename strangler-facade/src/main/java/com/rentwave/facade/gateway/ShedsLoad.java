package com.rentwave.facade.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses requests at once when too many are under way: a quick no is worth more than a late answer. */
@Component
class ShedsLoad implements GlobalFilter, Ordered {

    private final LoadSettings settings;
    private final AtomicInteger running = new AtomicInteger();

    ShedsLoad(LoadSettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return FilterOrder.SHED_LOAD;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (isStream(exchange)) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> {
            if (running.incrementAndGet() > settings.requests()) {
                running.decrementAndGet();
                return Mono.error(Problem.overloaded().asException());
            }
            return chain.filter(exchange).doFinally(end -> running.decrementAndGet());
        });
    }

    private static boolean isStream(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT).stream()
                .anyMatch(accepted -> accepted.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE));
    }
}
