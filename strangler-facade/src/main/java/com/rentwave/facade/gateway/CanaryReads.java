package com.rentwave.facade.gateway;

import com.rentwave.facade.canary.CanaryMeter;
import com.rentwave.facade.canary.CanarySettings;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads in a canary. Each is measured. One that the service does not answer, or not soon, or with a server's error is
 * answered by the owner instead: it counts against the canary, and the user does not notice. One that breaks off in the middle
 * counts as answered, and as failed besides.
 */
@Component
class CanaryReads {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<Phase> BOTH_SIDES = EnumSet.of(Phase.SHADOW, Phase.CANARY, Phase.READS);

    private final Backend backend;
    private final CanaryMeter meter;
    private final CanarySettings settings;

    CanaryReads(Backend backend, CanaryMeter meter, CanarySettings settings) {
        this.backend = backend;
        this.meter = meter;
        this.settings = settings;
    }

    /** The side that is settled for the user without a share: chosen by a tester, or by configuration. */
    Optional<Side> chosenSide(ServerWebExchange exchange, Route route) {
        Optional<String> user = Passage.of(exchange).subject();
        if (user.isEmpty() || !BOTH_SIDES.contains(route.phase())) {
            return Optional.empty();
        }
        String asked = exchange.getRequest().getHeaders().getFirst(Headers.SIDE);
        if (asked != null && settings.testers().contains(user.get())) {
            return switch (asked) {
                case "legacy" -> Optional.of(Side.LEGACY);
                case "service" -> Optional.of(Side.SERVICE);
                default -> Optional.empty();
            };
        }
        return route.phase() == Phase.CANARY && settings.serviceUsers().contains(user.get())
                ? Optional.of(Side.SERVICE)
                : Optional.empty();
    }

    Mono<Void> read(ServerWebExchange exchange, GatewayFilterChain chain, Route route, Position seen) {
        Passage passage = Passage.of(exchange);
        Side side = passage.target();
        CanaryMeter.Running running = meter.begin(route.api(), side);
        long began = System.nanoTime();
        if (side == Side.SERVICE) {
            passage.limitTo(PATIENCE);
        }
        passage.whenBrokenOff(() -> meter.begin(route.api(), side).ended("broke off", false));
        Mono<Void> answer = backend.send(exchange, chain)
                .doOnSuccess(done -> running.ended(failure(Backend.status(exchange)), Backend.isOlder(exchange, seen)))
                .doOnCancel(running::left)
                .doOnError(e -> running.ended(unanswered(System.nanoTime() - began), false));
        return side == Side.LEGACY
                ? answer
                : answer.onErrorResume(ProblemException.class, e -> byOwner(exchange, chain, route))
                        .then(Mono.defer(() ->
                                Backend.status(exchange) >= 500 ? byOwner(exchange, chain, route) : Mono.empty()));
    }

    private static String unanswered(long nanos) {
        return nanos < PATIENCE.toNanos() ? "no answer" : "no answer within " + PATIENCE.toSeconds() + " s";
    }

    private static String failure(int status) {
        return status < 500 ? null : "status " + status;
    }

    private Mono<Void> byOwner(ServerWebExchange exchange, GatewayFilterChain chain, Route route) {
        Passage passage = Passage.of(exchange);
        Side owner = route.owner().side().orElse(Side.LEGACY);
        if (passage.target() == owner) {
            return Mono.empty();
        }
        return backend.discard(exchange).then(Mono.defer(() -> {
            passage.aimAt(owner);
            return backend.send(exchange, chain);
        }));
    }
}
