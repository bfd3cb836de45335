package com.rentwave.legacy.search;

/**
 * A user follows a search.
 *
 * @param searchId of the followed search
 * @param userId who is to be told
 * @param q the words searched for
 */
public record Follow(long searchId, long userId, String q) {}
