package com.rentwave.facade.gateway;

import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the path of a request once, for all filters; what has no clear reading, or is internal, is not found. Nobody is told
 * what a request looked like when it came here.
 */
@Component
class ReadsPath implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        return FilterOrder.READ_PATH;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Optional<RequestPath> path =
                RequestPath.of(exchange.getRequest().getURI().getRawPath());
        if (path.isEmpty()) {
            return Mono.error(Problem.notFound().asException());
        }
        if (exchange.getRequest().getMethod() == HttpMethod.TRACE) {
            return Mono.error(Problem.methodNotAllowed("TRACE").asException());
        }
        Passage.begin(exchange, path.get());
        return chain.filter(exchange);
    }
}
