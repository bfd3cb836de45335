package com.rentwave.cdc.publish;

/**
 * A domain event on its way from an outbox to Kafka.
 *
 * @param key what it happened to, {@code vehicle:5}
 * @param json the event as its readers see it
 */
public record OutboxEvent(String key, byte[] json) {}
