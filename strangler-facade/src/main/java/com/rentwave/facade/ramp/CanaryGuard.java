package com.rentwave.facade.ramp;

import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverWatch;
import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.watch.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watches canaries and takes a broken one back: at once by its share, which needs nothing but the route, and then by a
 * move to LEGACY that carries the reason. Looks four times a second.
 */
@Component
class CanaryGuard extends Watch {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryGuard.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final OrderedBy ITSELF = OrderedBy.facade("canary guard");

    private final Canaries canaries;
    private final RouteStore routes;
    private final RouteTables tables;
    private final Cutovers cutovers;
    private final Optional<CutoverWatch> watch;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, String> breaches = new HashMap<>();
    private final Map<String, Long> asked = new HashMap<>();

    CanaryGuard(
            Canaries canaries, RouteStore routes, RouteTables tables, Cutovers cutovers, Optional<CutoverWatch> watch) {
        super("canary-guard", LOOK);
        this.canaries = canaries;
        this.routes = routes;
        this.tables = tables;
        this.cutovers = cutovers;
        this.watch = watch;
    }

    @Override
    public void start() {
        startWithPause();
    }

    @Override
    protected Duration look() {
        tables.current().routes().forEach(this::look);
        return LOOK;
    }

    private void look(Route route) {
        String api = route.api();
        if (route.phase() != Phase.CANARY) {
            versions.remove(api);
            breaches.remove(api);
            return;
        }
        Long known = versions.put(api, route.version());
        if (known == null || known != route.version() && !breaches.containsKey(api)) {
            canaries.begin(api);
            return;
        }
        if (!breaches.containsKey(api) && canaries.isOn(route)) {
            canaries.breach(api).ifPresent(breach -> raiseAlarm(route, breach));
        }
        if (breaches.containsKey(api)) {
            takeBack(route);
            rollBack(api);
        }
    }

    private void raiseAlarm(Route route, String breach) {
        String percent = route.canaryPercent().stripTrailingZeros().toPlainString();
        String reason = "the canary of " + percent + " % broke: " + breach;
        breaches.put(route.api(), reason);
        LOG.error("{}: ALARM, {}; all users go back to the monolith", route.api(), reason);
    }

    /** Tried until it is done: somebody else may change the route at the same moment, or the database may not answer. */
    private void takeBack(Route route) {
        if (route.canaryShare() > 0) {
            routes.compareAndSet(route.inPhase(Phase.CANARY, 0));
            tables.refresh();
        }
    }

    private void rollBack(String api) {
        long now = System.nanoTime();
        Long last = asked.get(api);
        if (last != null && now - last < ASK_AGAIN.toNanos()) {
            return;
        }
        asked.put(api, now);
        if (cutovers.ask(api, CutoverPhase.CANARY, CutoverPhase.LEGACY, ITSELF, breaches.get(api))
                .isPresent()) {
            watch.ifPresent(CutoverWatch::look);
        }
    }
}
