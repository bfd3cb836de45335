package com.rentwave.facade.gateway;

import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Requests to the monolith's own APIs. Some of them decide by rows of an API that may have moved; the monolith then
 * waits until its copy has what the client has seen.
 */
@Component
class Dependencies {

    private static final int TOO_EARLY = 425;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The API whose rows an API of the monolith reads, by the reader's name. */
    private static final Map<String, String> READS_FROM = Map.of("rentals", "vehicles");

    private final Backend backend;

    Dependencies(Backend backend) {
        this.backend = backend;
    }

    Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        String needed = READS_FROM.get(passage.api());
        Position seen = needed == null ? null : passage.seen().of(needed).orElse(null);
        if (seen == null || seen.side() == Side.LEGACY) {
            passage.aimAt(Side.LEGACY);
            return backend.send(exchange, chain);
        }
        passage.aimAt(Side.LEGACY, seen, PATIENCE);
        return backend.send(exchange, chain)
                .then(Mono.defer(() -> Backend.status(exchange) == TOO_EARLY
                        ? backend.discard(exchange).then(Mono.error(() -> Problem.copyBehind(needed)
                                .asException()))
                        : Mono.empty()));
    }
}
