package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Lets the route follow the owner. Conditional on the epoch: what comes late changes nothing. */
@Component
class RouteTurn {

    private final RouteStore routes;
    private final RouteTables tables;

    RouteTurn(RouteStore routes, RouteTables tables) {
        this.routes = routes;
        this.tables = tables;
    }

    /** Requests go to the new owner from now on. */
    void toNewOwner(Cutover cutover) {
        Owner owner = Owner.of(cutover.change().newOwner());
        Phase phase = Phase.valueOf(cutover.change().to().name());
        follow(cutover, route -> route.ownedBy(owner, cutover.epoch(), phase));
    }

    /** The old owner stays, under the attempt's epoch. */
    void raiseEpoch(Cutover cutover) {
        follow(
                cutover,
                route -> new Route(
                        route.api(),
                        route.phase(),
                        route.canaryShare(),
                        route.owner(),
                        cutover.epoch(),
                        route.version() + 1));
    }

    private void follow(Cutover cutover, UnaryOperator<Route> change) {
        Route route = routes.load(cutover.api()).orElseThrow();
        while (route.epoch() < cutover.epoch() && !routes.compareAndSet(change.apply(route))) {
            route = routes.load(cutover.api()).orElseThrow();
        }
        tables.refresh();
    }
}
