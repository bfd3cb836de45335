package com.rentwave.contracts;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The outcome of one pact against one build of a provider, as the console records it.
 *
 * @param consumer whose pact it is
 * @param provider the component that answered
 * @param build its build id
 * @param pactHash SHA-256 of the pact file's bytes, hex
 * @param verified whether every interaction was kept
 * @param at when, ISO instant
 * @param failures a line for each interaction that was not kept
 */
@JsonPropertyOrder({"consumer", "provider", "build", "pactHash", "verified", "at", "failures"})
record Verification(
        String consumer,
        String provider,
        String build,
        String pactHash,
        boolean verified,
        String at,
        List<String> failures) {

    Verification {
        failures = List.copyOf(failures);
    }
}
