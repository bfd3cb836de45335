/**
 * Domain events, committed with the change they tell of; change data capture carries them to Kafka. They are the same
 * events that the monolith tells while it owns vehicles. May depend on the domain and on Spring's transactions and JDBC.
 */
package com.rentwave.vehicle.outbox;
