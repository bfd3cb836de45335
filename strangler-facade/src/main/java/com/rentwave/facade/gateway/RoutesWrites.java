package com.rentwave.facade.gateway;

import com.rentwave.facade.hold.Hold;
import com.rentwave.facade.hold.Holds;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a write to the API's owner. An owner that is no longer one says 421, which means that nothing happened: the
 * write is held until the new owner is known, and sent there. Nothing else makes the facade send a write again.
 */
@Component
class RoutesWrites implements GlobalFilter, Ordered {

    private final RouteTables tables;
    private final Backend backend;
    private final Dependencies dependencies;
    private final Holds holds;

    RoutesWrites(RouteTables tables, Backend backend, Dependencies dependencies, Holds holds) {
        this.tables = tables;
        this.backend = backend;
        this.dependencies = dependencies;
        this.holds = holds;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ROUTE_WRITES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        if (passage.reads()) {
            return chain.filter(exchange);
        }
        if (tables.current().route(passage.api()).isEmpty()) {
            return dependencies.send(exchange, chain);
        }
        return tables.valid().flatMap(table -> {
            Route route = table.route(passage.api()).orElseThrow();
            return attempt(exchange, chain, route).flatMap(epoch -> hold(exchange, chain, route, epoch));
        });
    }

    /** Ends empty when the request is answered, or with the epoch in which it was refused. */
    private Mono<Long> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Route route) {
        Optional<Side> owner = route.owner().side();
        if (owner.isEmpty()) {
            return Mono.just(route.epoch());
        }
        return send(exchange, chain, owner.get()).then(Mono.defer(() -> {
            OptionalLong refused = Backend.refusedIn(exchange);
            if (refused.isPresent()) {
                return backend.discard(exchange).thenReturn(refused.getAsLong());
            }
            return fencedSince(exchange, owner.get()) ? untilDrained(exchange, route) : Mono.empty();
        }));
    }

    private Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain, Side owner) {
        if (owner == Side.LEGACY) {
            return dependencies.send(exchange, chain);
        }
        Passage.of(exchange).aimAt(owner);
        return backend.send(exchange, chain);
    }

    /** Whether the fence came between the write's commit and its answer: the old owner could not tell the write's position any more. */
    private static boolean fencedSince(ServerWebExchange exchange, Side sentTo) {
        return Backend.position(exchange)
                .filter(position -> position.side() != sentTo)
                .isPresent();
    }

    /** Keeps the answer back until the other side has the write, or is known not to become the owner: the client may read there next. */
    private Mono<Long> untilDrained(ServerWebExchange exchange, Route route) {
        // Without a place it is kept back all the same, and only not counted.
        return Mono.using(
                () -> holds.enter(route.api(), Passage.of(exchange).body().length),
                place -> holds.owner(route.api(), route.epoch() + 1, route)
                        .timeout(holds.limit(), Mono.empty())
                        .then(Mono.empty()),
                place -> place.ifPresent(Hold::close));
    }

    private Mono<Void> hold(ServerWebExchange exchange, GatewayFilterChain chain, Route refused, long epoch) {
        Passage passage = Passage.of(exchange);
        Optional<Hold> place = holds.enter(passage.api(), passage.body().length);
        if (place.isEmpty()) {
            return Mono.error(Problem.changingHands(passage.api()).asException());
        }
        long deadline = System.nanoTime() + holds.limit().toNanos();
        return Mono.using(place::get, hold -> again(exchange, chain, new Refusal(hold, refused, epoch, deadline)));
    }

    private Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain, Refusal refusal) {
        refusal.hold().waits();
        String api = Passage.of(exchange).api();
        Duration left = Duration.ofNanos(Math.max(0, refusal.deadline() - System.nanoTime()));
        return holds.owner(api, refusal.epoch(), refusal.route())
                .timeout(left, Mono.error(() -> Problem.changingHands(api).asException()))
                .flatMap(route -> {
                    refusal.hold().sent();
                    return attempt(exchange, chain, route)
                            .flatMap(epoch -> again(exchange, chain, refusal.again(route, epoch)));
                });
    }

    /**
     * A write that was refused.
     *
     * @param route the route it was sent by
     * @param epoch the refusing side's epoch
     * @param deadline when it is not held any longer, by {@link System#nanoTime()}
     */
    private record Refusal(Hold hold, Route route, long epoch, long deadline) {
        Refusal again(Route next, long nextEpoch) {
            return new Refusal(hold, next, nextEpoch, deadline);
        }
    }
}
