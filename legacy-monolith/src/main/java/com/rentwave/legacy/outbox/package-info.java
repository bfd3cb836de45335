/**
 * Domain events: features add theirs to the outbox in the transaction of the change, change data capture carries them to
 * Kafka, and whoever wants to hear of them, of all sides, is handed them here, each once. Knows no feature.
 */
package com.rentwave.legacy.outbox;
