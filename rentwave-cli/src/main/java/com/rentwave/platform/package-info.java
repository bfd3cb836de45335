/**
 * RentWave on one machine: PostgreSQL, Kafka, WildFly with the monolith and the Spring Boot applications as detached
 * processes around one data folder. Depends on nothing of {@code cli} or {@code workload}; commands and tests use it.
 */
package com.rentwave.platform;
