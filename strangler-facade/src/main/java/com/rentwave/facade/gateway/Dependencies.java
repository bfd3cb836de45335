package com.rentwave.facade.gateway;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Requests to the monolith. Some of its APIs decide by rows of another API that may have moved; the monolith then waits
 * until its copy has what the client has seen.
 */
@Component
class Dependencies {

    private static final int TOO_EARLY = 425;

    private final Backend backend;
    private final MovingApis apis;

    Dependencies(Backend backend, MovingApis apis) {
        this.backend = backend;
        this.apis = apis;
    }

    Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        MovingApis.Need need = apis.needOf(passage.api()).orElse(null);
        Position seen = need == null ? null : passage.seen().of(need.api()).orElse(null);
        if (seen == null || seen.side() == Side.LEGACY) {
            passage.aimAt(Side.LEGACY);
            return backend.send(exchange, chain);
        }
        passage.aimAt(Side.LEGACY, need.api(), seen, need.reading().patience());
        return backend.send(exchange, chain)
                .then(Mono.defer(() -> Backend.status(exchange) == TOO_EARLY
                        ? backend.discard(exchange).then(withoutCopy(exchange, chain, need))
                        : Mono.empty()));
    }

    private Mono<Void> withoutCopy(ServerWebExchange exchange, GatewayFilterChain chain, MovingApis.Need need) {
        if (need.reading().decides()) {
            return Mono.error(() -> Problem.copyBehind(need.api()).asException());
        }
        Passage.of(exchange).aimAt(Side.LEGACY);
        return backend.send(exchange, chain);
    }
}
