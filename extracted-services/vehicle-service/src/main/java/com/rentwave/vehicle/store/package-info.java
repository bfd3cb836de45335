/**
 * Vehicles in PostgreSQL: the repository, the ownership guard seen from a transaction, and the kept answers of requests
 * with an Idempotency-Key. May depend on the domain, Spring's transactions and JDBC, and JPA; not on the web.
 */
package com.rentwave.vehicle.store;
