package com.rentwave.facade.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The control API of change data capture. An exception means that it could not be asked. */
public interface Streams {

    /** Sets up both streams of an API; harmless when they are. */
    StreamsState arm(String api) throws IOException, InterruptedException;

    StreamsState state(String api) throws IOException, InterruptedException;

    /** Maps each live row of the owner forth and back. */
    MappingProof mapping(String api) throws IOException, InterruptedException;

    /**
     * Proves that all rows of the two sides are equal, while traffic runs. When they were a while ago, only those are compared
     * that were written since, on either side and by whomever, and which rows there are; else all.
     *
     * @param limit how long to wait for the answer
     */
    Reconciliation prove(String api, Duration limit) throws IOException, InterruptedException;

    /**
     * Compares the rows of the two sides while traffic runs.
     *
     * @param since only rows changed since then; null for all rows
     * @param limit how long to wait for the answer
     */
    Reconciliation reconcile(String api, Instant since, Duration limit) throws IOException, InterruptedException;

    /** Whether change data capture calls itself healthy; the reason when it does not. */
    String unhealthyReason() throws IOException, InterruptedException;
}
