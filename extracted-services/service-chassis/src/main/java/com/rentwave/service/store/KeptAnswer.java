package com.rentwave.service.store;

/**
 * The answer to a write that was committed, kept under its idempotency key to be given again byte for byte.
 *
 * @param requestHash SHA-256 of the request, in hex; the key is good for this request only
 * @param body null when the answer has none
 * @param etag null when the answer has none
 * @param location null when the answer has none
 */
public record KeptAnswer(String requestHash, int status, String body, String etag, String location) {}
