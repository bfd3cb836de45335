package com.rentwave.facade.hold;

import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTable;
import com.rentwave.facade.route.RouteTables;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Writes that the owner refused because an API is changing hands. Each waits until the route table names an owner of at
 * least the refusal's epoch. Bounded for each API in number, bytes and time.
 */
@Component
public class Holds {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final HoldSettings settings;
    private final RouteTables tables;
    private final Flux<RouteTable> looks;
    private final Map<String, ApiHolds> apis = new ConcurrentHashMap<>();

    Holds(HoldSettings settings, RouteTables tables) {
        this.settings = settings;
        this.tables = tables;
        this.looks = Flux.interval(LOOK_AGAIN)
                .onBackpressureDrop()
                .concatMap(tick -> tables.refreshed(), 1)
                .share();
    }

    /** Takes a place for a request with a body of that many bytes; empty when the bounds are reached. */
    public Optional<Hold> enter(String api, long bytes) {
        return api(api).enter(bytes);
    }

    /**
     * Waits for the owner a refused request can be sent to.
     *
     * @param epoch the refusing side's epoch
     * @param refused the route the request was sent by
     * @return a route with an owner and at least that epoch. When it is the refused one again (its side was slower than
     *     the table) it comes after a little while, not at once.
     */
    public Mono<Route> owner(String api, long epoch, Route refused) {
        Flux<Route> told = tables.changes()
                .flatMapIterable(table -> table.route(api).stream().toList())
                .filter(route -> route.version() != refused.version());
        Flux<Route> looked =
                looks.flatMapIterable(table -> table.route(api).stream().toList());
        return Flux.merge(told, looked)
                .filter(route -> route.owner() != Owner.NOBODY && route.epoch() >= epoch)
                .next()
                .publishOn(Schedulers.parallel());
    }

    /** How long a request may be held. */
    public Duration limit() {
        return settings.time();
    }

    /** How many requests of the API are held now. */
    public int held(String api) {
        return api(api).held();
    }

    /** Opens a window that counts the API's held requests until it is closed. */
    public HoldWindow openWindow(String api) {
        return api(api).openWindow();
    }

    private ApiHolds api(String api) {
        return apis.computeIfAbsent(api, name -> new ApiHolds(settings));
    }
}
