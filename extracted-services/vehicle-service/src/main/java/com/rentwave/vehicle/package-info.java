/**
 * The domain: a vehicle on offer, who may change it and what a change does to its version. It knows JPA's annotations,
 * and neither Spring nor HTTP, JSON or Kafka. Everything else in this service may depend on it; it depends on nothing.
 */
package com.rentwave.vehicle;
