/**
 * Rentals in PostgreSQL. May depend on the domain and Spring's JDBC; not on the web.
 */
package com.rentwave.rental.store;
