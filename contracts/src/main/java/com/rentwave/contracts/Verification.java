package com.rentwave.contracts;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of one pact against one build of a provider, as the console records it.
 *
 * @param consumer whose pact it is
 * @param provider the component that answered; with {@code +cdc} when it was about messages, which both make
 * @param build its build id; of both when it was about messages
 * @param pactHash SHA-256 of the pact file's bytes, hex
 * @param verified whether every interaction was kept
 * @param at when, ISO instant
 * @param failures a line for each interaction that was not kept
 * @param pactProvider the API or topic that the pact names as its provider
 * @param interactions the hash of each interaction by its name: tells later what a changed pact has changed
 */
@JsonPropertyOrder({
    "consumer",
    "provider",
    "build",
    "pactHash",
    "verified",
    "at",
    "failures",
    "pactProvider",
    "interactions"
})
record Verification(
        String consumer,
        String provider,
        String build,
        String pactHash,
        boolean verified,
        String at,
        List<String> failures,
        String pactProvider,
        Map<String, String> interactions) {

    Verification {
        failures = List.copyOf(failures);
        interactions = Collections.unmodifiableMap(new LinkedHashMap<>(interactions));
    }
}
