package com.rentwave.facade.backend;

import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.time.Instant;

/** The two providers of each API. An exception means that the provider could not be asked. */
public interface Backends {

    /** What runs at a side right now. */
    RunningBuild build(String api, Side side) throws IOException, InterruptedException;

    /** Why the provider calls itself unwell; null when it is well. */
    String unhealthyReason(String api, Side side) throws IOException, InterruptedException;

    /** What the monolith has answered of an API although another side owned it, since the given time. */
    LegacyUses uses(String api, Instant since) throws IOException, InterruptedException;

    /** The applier of an API's service, which writes legacy's rows to it. */
    ApplierState applier(String api) throws IOException, InterruptedException;
}
