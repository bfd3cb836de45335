/**
 * Vehicles in PostgreSQL: the repository. May depend on the domain, JPA and the positions of
 * reads; not on the web.
 */
package com.rentwave.vehicle.store;
