package com.rentwave.facade.backend;

import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.io.IOException;

/** The two providers of an API. An exception means that the provider could not be asked. */
public interface Backends {

    /** What runs at a side right now. */
    RunningBuild build(Side side) throws IOException, InterruptedException;

    /** Why the provider calls itself unwell; null when it is well. */
    String unhealthyReason(Side side) throws IOException, InterruptedException;

    /** The service's own applier, which writes legacy's rows to the service. */
    ApplierState applier() throws IOException, InterruptedException;
}
