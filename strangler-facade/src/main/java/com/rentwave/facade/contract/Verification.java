package com.rentwave.facade.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of one pact against one build of one provider.
 *
 * @param consumer who the pact belongs to
 * @param provider the component it was run against; with {@code +cdc} when it was about messages, which both make
 * @param build identifies what ran by its content; both builds, joined by a plus, when it was about messages
 * @param pactHash SHA-256 of the bytes of the pact file, hex
 * @param verified whether the provider kept the whole pact
 * @param at when
 * @param failures what it did not keep
 * @param pactProvider the API or topic that the pact names as its provider; empty when it was not told
 * @param interactions the hash of each interaction, by name; empty when they were not told
 */
public record Verification(
        String consumer,
        String provider,
        String build,
        String pactHash,
        boolean verified,
        Instant at,
        List<String> failures,
        String pactProvider,
        Map<String, String> interactions) {

    public Verification {
        failures = failures == null ? List.of() : List.copyOf(failures);
        pactProvider = pactProvider == null ? "" : pactProvider;
        interactions = interactions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(interactions));
    }

    /** One that does not tell what the pact was about. */
    public Verification(
            String consumer,
            String provider,
            String build,
            String pactHash,
            boolean verified,
            Instant at,
            List<String> failures) {
        this(consumer, provider, build, pactHash, verified, at, failures, "", Map.of());
    }
}
