/**
 * Vehicles in PostgreSQL: the repository. May depend on the domain and JPA; not on the web.
 */
package com.rentwave.vehicle.store;
