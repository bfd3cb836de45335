/**
 * Change data capture as one Spring Boot application: it captures an API's rows on both sides, publishes them to Kafka in
 * whole source transactions, applies the way back, and compares the two sides. Only {@link com.rentwave.cdc.control}
 * knows Spring.
 */
package com.rentwave.cdc;
