/**
 * Where each API's requests go: the route, the table of routes, and the migration database that keeps them. Depends on
 * nothing of the facade but {@code api}; the filters read {@link com.rentwave.facade.route.RouteTables}, the cutover writes through
 * {@link com.rentwave.facade.route.RouteStore}.
 */
package com.rentwave.facade.route;
