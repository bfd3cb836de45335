package com.rentwave.facade.contract;

import java.time.Instant;

/**
 * One contract and one provider that runs now.
 *
 * @param api the API it is about
 * @param consumer who relies on the provider
 * @param provider the component that runs; with {@code +cdc} when it is about messages
 * @param build what runs; null when it could not be asked
 * @param pactHash the pact as it is now; null when there is none
 * @param verified whether exactly this pact was kept by exactly this build
 * @param at when that was found out; null when it was not
 * @param state what is known of it
 * @param reason one sentence, for people
 */
public record ContractRow(
        String api,
        String consumer,
        String provider,
        String build,
        String pactHash,
        boolean verified,
        Instant at,
        State state,
        String reason) {

    /** What is known of a contract. */
    public enum State {
        /** This pact was kept by this build. */
        KEPT,
        /** This pact was not kept by this build. */
        BROKEN,
        /** Another version of the pact was kept by this provider, or this one by another build. */
        OUTDATED,
        /** No version of it was ever kept by this provider. */
        UNVERIFIED,
        /** The consumer is known to rely on the API and has no pact. */
        MISSING,
        /** The consumer is new and does not rely on it yet: it neither blocks nor counts. */
        PENDING,
        /** What was recorded, or what runs, cannot be told. */
        UNKNOWN
    }

    /** Whether an API may not move because of it. */
    public boolean blocks() {
        return state != State.KEPT && state != State.PENDING;
    }
}
