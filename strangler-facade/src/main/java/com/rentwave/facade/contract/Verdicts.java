package com.rentwave.facade.contract;

import java.io.IOException;
import java.time.Instant;

/** What is known of a pact and a build: from the record here, or from a broker. */
public interface Verdicts {

    /** @throws IOException when it cannot be told */
    Verdict on(PactFile pact, String provider, String build) throws IOException, InterruptedException;

    /**
     * What is known.
     *
     * @param at when it was found out; null when it was not
     * @param reason what is to be said about it, following "the contract of … with … build …"
     */
    record Verdict(ContractRow.State state, Instant at, String reason) {}
}
