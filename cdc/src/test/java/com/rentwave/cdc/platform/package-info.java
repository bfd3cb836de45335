/** A real PostgreSQL with both databases and a real Kafka broker, for the integration tests. */
package com.rentwave.cdc.platform;
