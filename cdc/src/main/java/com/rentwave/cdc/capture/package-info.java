/**
 * Reads the write-ahead log of one side: replication slot, first copy, Debezium engine, and the loop that starts them
 * again after any failure. Hands what it reads to {@link com.rentwave.cdc.publish}.
 */
package com.rentwave.cdc.capture;
