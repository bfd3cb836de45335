package com.rentwave.facade.gateway;

import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTable;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a read to the side that answers the API's reads. A client that has seen more than a copy may know is answered by
 * the copy once it has caught up, which takes milliseconds, and else by the owner. What a copy does not have may be too
 * new for it, as what a notification links to often is: the owner is asked for that, too.
 */
@Component
class RoutesReads implements GlobalFilter, Ordered {

    private static final int NOT_FOUND = 404;
    private static final int TOO_EARLY = 425;
    private static final Duration PATIENCE = Duration.ofMillis(60);

    private final RouteTables tables;
    private final Backend backend;
    private final Dependencies dependencies;
    private final CanaryReads canaries;

    RoutesReads(RouteTables tables, Backend backend, Dependencies dependencies, CanaryReads canaries) {
        this.tables = tables;
        this.backend = backend;
        this.dependencies = dependencies;
        this.canaries = canaries;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ROUTE_READS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        if (passage.writes()) {
            return chain.filter(exchange);
        }
        if (tables.current().route(passage.api()).isEmpty()) {
            return dependencies.send(exchange, chain);
        }
        return tables.valid()
                .flatMap(table -> isBehind(table, passage) ? tables.refreshed() : Mono.just(table))
                .flatMap(table -> read(exchange, chain, table));
    }

    private static boolean isBehind(RouteTable table, Passage passage) {
        Optional<Position> seen = passage.seen().of(passage.api());
        return seen.isPresent()
                && table.route(passage.api()).stream()
                        .anyMatch(route -> route.epoch() < seen.get().epoch());
    }

    private Mono<Void> read(ServerWebExchange exchange, GatewayFilterChain chain, RouteTable table) {
        Passage passage = Passage.of(exchange);
        Route route = table.route(passage.api()).orElseThrow();
        Position seen = passage.seen().of(passage.api()).orElse(null);
        Side side = readSide(route, seen, exchange);
        boolean copy = seen != null && seen.side() != side && !route.owner().is(side) && route.phase() != Phase.LEGACY;
        passage.aimAt(side, passage.api(), copy ? seen : null, PATIENCE);
        Mono<Void> answer = route.phase() == Phase.CANARY
                ? canaries.read(exchange, chain, route, seen)
                : backend.send(exchange, chain);
        return answer.then(Mono.defer(() -> switch (Backend.status(exchange)) {
            case TOO_EARLY ->
                again(
                        exchange,
                        chain,
                        seen == null ? side : route.owner().side().orElse(seen.side()));
            case NOT_FOUND -> byOwner(exchange, chain, route);
            default -> Backend.isOlder(exchange, seen) ? byOwner(exchange, chain, route) : Mono.empty();
        }));
    }

    /** Asks the owner instead, unless the owner has answered. */
    private Mono<Void> byOwner(ServerWebExchange exchange, GatewayFilterChain chain, Route route) {
        return route.owner()
                .side()
                .filter(owner -> owner != Passage.of(exchange).target())
                .map(owner -> again(exchange, chain, owner))
                .orElse(Mono.empty());
    }

    private Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain, Side certain) {
        Passage.of(exchange).aimAt(certain);
        return backend.discard(exchange).then(backend.send(exchange, chain));
    }

    /** The routes cannot be newer than what the client has seen only when the migration database is gone: then ask where it was seen. */
    private Side readSide(Route route, Position seen, ServerWebExchange exchange) {
        if (seen != null && seen.epoch() > route.epoch()) {
            return seen.side();
        }
        return canaries.chosenSide(exchange, route)
                .orElseGet(() -> route.readSide(route.phase() == Phase.CANARY ? Buckets.of(exchange, route.api()) : 0));
    }
}
