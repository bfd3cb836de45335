package com.rentwave.facade.backend;

import java.time.Instant;

/**
 * What the monolith has answered of an API that another side owned.
 *
 * @param watchedSince when it began to count; of what was before, nothing is known
 * @param answered requests, whatever the answer was
 * @param last when the last of them came, to the second; null when there was none
 */
public record LegacyUses(Instant watchedSince, long answered, Instant last) {}
