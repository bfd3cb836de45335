/**
 * Turns the events of one source database into row records and domain events: groups them into whole source transactions,
 * stamps rows with the epoch, and commits them to Kafka together with the position they reach. Knows neither Debezium nor SQL.
 */
package com.rentwave.cdc.publish;
