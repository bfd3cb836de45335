/**
 * Where a capture stands, kept in a compacted Kafka topic and written in the same Kafka transaction as the rows. Depends
 * on kafka-clients only.
 */
package com.rentwave.cdc.position;
