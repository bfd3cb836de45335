package com.rentwave.facade.route;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All routes at one moment. Immutable; a new table replaces the old one as a whole. */
public final class RouteTable {

    private final Map<String, Route> routes;

    private RouteTable(Map<String, Route> routes) {
        this.routes = routes;
    }

    public static RouteTable of(Collection<Route> routes) {
        return new RouteTable(routes.stream().collect(Collectors.toUnmodifiableMap(Route::api, Function.identity())));
    }

    /** The API's route; empty when the API does not move and is simply the monolith's. */
    public Optional<Route> route(String api) {
        return Optional.ofNullable(routes.get(api));
    }

    public Collection<Route> routes() {
        return routes.values();
    }

    /** Without the routes of other APIs. */
    RouteTable only(Set<String> apis) {
        return of(routes.values().stream()
                .filter(route -> apis.contains(route.api()))
                .toList());
    }

    /** This table, or the other where its routes are newer: a load that was overtaken never brings an old route back. */
    RouteTable newest(RouteTable other) {
        Map<String, Route> merged = other.routes.values().stream()
                .map(theirs -> newer(theirs, routes.get(theirs.api())))
                .collect(Collectors.toUnmodifiableMap(Route::api, Function.identity()));
        return merged.equals(routes) ? this : new RouteTable(merged);
    }

    private static Route newer(Route theirs, Route ours) {
        return ours != null && ours.version() > theirs.version() ? ours : theirs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteTable table && routes.equals(table.routes);
    }

    @Override
    public int hashCode() {
        return routes.hashCode();
    }

    @Override
    public String toString() {
        return routes.values().toString();
    }
}
