package com.rentwave.service;

/**
 * Which service this is.
 *
 * @param api the API it takes over, {@code vehicles}: its name in addresses, in {@code sync.ownership} and in topics
 * @param component its name among the parts of the system, {@code vehicle-service}
 * @param keptAnswers the table of answers that are kept under their idempotency keys
 * @param application the class it is started with; the jar around it is what is deployed
 */
public record ServiceIdentity(String api, String component, String keptAnswers, Class<?> application) {}
