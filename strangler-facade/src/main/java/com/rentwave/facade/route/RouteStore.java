package com.rentwave.facade.route;

import java.util.Optional;

/** The routes as they are kept. Every change is kept too, and told to all facades. */
public interface RouteStore {

    /** Reads all routes. Blocks. */
    RouteTable load();

    /** Reads one route. Blocks. */
    Optional<Route> load(String api);

    /**
     * Stores the route if the stored one still has the version before it. Blocks; takes part in the caller's
     * transaction when there is one.
     *
     * @param next the route to store, its version one above the one it was made from
     * @return whether it was stored; false when somebody else has changed the route in the meantime
     */
    boolean compareAndSet(Route next);
}
