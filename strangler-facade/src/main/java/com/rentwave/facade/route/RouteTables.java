package com.rentwave.facade.route;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * The current route table. Readers see one immutable table; a change replaces it as a whole. When the migration
 * database is gone the last table stays in use: a wrong signpost costs a 421 or a 425, never a wrong write.
 */
@Component
public class RouteTables {

    /** How long a table may be used without having been looked at again. */
    private static final Duration LEASE = Duration.ofSeconds(1);

    /** How long no request asks again after a look that failed. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(1);

    /** How long a request waits for a look. */
    private static final Duration ASKING = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(RouteTables.class);

    private final RouteStore store;
    private final Duration lease;
    private final Duration givenUp;
    private final Duration patience;
    private final Sinks.Many<RouteTable> changes = Sinks.many().replay().latest();
    private final AtomicReference<Mono<RouteTable>> asking = new AtomicReference<>();
    private volatile RouteTable current;
    private volatile long lastLoaded;
    private volatile long lastFailed;

    @Autowired
    RouteTables(RouteStore store) {
        this(store, LEASE, GIVEN_UP, ASKING);
    }

    RouteTables(RouteStore store, Duration lease, Duration givenUp, Duration patience) {
        this.store = store;
        this.lease = lease;
        this.givenUp = givenUp;
        this.patience = patience;
        this.lastFailed = System.nanoTime() - givenUp.toNanos();
        refresh();
    }

    /** The table in use. Never blocks. */
    public RouteTable current() {
        return current;
    }

    /** The table in use and every one that follows it. */
    public Flux<RouteTable> changes() {
        return changes.asFlux();
    }

    /** Reads the routes again, now. Blocks; fails when the migration database does not answer. */
    public RouteTable refresh() {
        return accept(store.load());
    }

    /**
     * Reads the routes again without blocking the caller; ends with the table in use when they cannot be read soon.
     * All callers share one read, and a read that hangs is not joined by a second one.
     */
    public Mono<RouteTable> refreshed() {
        return Mono.defer(() -> asked().timeout(patience).onErrorResume(e -> {
            lastFailed = System.nanoTime();
            return Mono.just(current);
        }));
    }

    private Mono<RouteTable> asked() {
        Mono<RouteTable> running = asking.get();
        if (running != null) {
            return running;
        }
        Mono<RouteTable> mine = Mono.fromCallable(this::refresh)
                .subscribeOn(Schedulers.boundedElastic())
                .doFinally(end -> asking.set(null))
                .cache();
        return asking.compareAndSet(null, mine) ? mine : asked();
    }

    /** The table to route a request by: the one in use while its lease holds, else the one read now. */
    public Mono<RouteTable> valid() {
        long now = System.nanoTime();
        boolean leased = now - lastLoaded < lease.toNanos() || now - lastFailed < givenUp.toNanos();
        return leased ? Mono.just(current) : refreshed();
    }

    /** Takes over what was read; routes never go back to an older version. */
    synchronized RouteTable accept(RouteTable loaded) {
        RouteTable before = current;
        RouteTable after = before == null ? loaded : before.newest(loaded);
        lastLoaded = System.nanoTime();
        if (after != before) {
            current = after;
            after.routes().forEach(route -> log(before, route));
            changes.emitNext(after, Sinks.EmitFailureHandler.FAIL_FAST);
        }
        return after;
    }

    private static void log(RouteTable before, Route route) {
        Route old = before == null ? null : before.route(route.api()).orElse(null);
        if (!route.equals(old)) {
            LOG.info(
                    "{}: {} → {} (owner {}, epoch {}, version {})",
                    route.api(),
                    old == null ? "unknown" : old.phase(),
                    route.phase(),
                    route.owner().word(),
                    route.epoch(),
                    route.version());
        }
    }
}
