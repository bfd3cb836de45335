package com.rentwave.legacy.user;

import java.time.Instant;

/**
 * What a valid token says.
 *
 * @param userId who signed in
 * @param expiresAt from then on the token is worth nothing
 */
public record Session(long userId, Instant expiresAt) {}
