package com.rentwave.facade.contract;

import java.time.Instant;
import java.util.List;

/**
 * One run of one pact against one build of one provider.
 *
 * @param consumer who the pact belongs to
 * @param provider the component it was run against
 * @param build identifies what ran by its content
 * @param pactHash SHA-256 of the bytes of the pact file, hex
 * @param verified whether the provider kept the whole pact
 * @param at when
 * @param failures what it did not keep
 */
public record Verification(
        String consumer,
        String provider,
        String build,
        String pactHash,
        boolean verified,
        Instant at,
        List<String> failures) {

    public Verification {
        failures = failures == null ? List.of() : List.copyOf(failures);
    }
}
