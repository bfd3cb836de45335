package com.rentwave.facade.cutover;

import com.rentwave.facade.stream.MappingProof;
import com.rentwave.facade.stream.Reconciliation;
import com.rentwave.facade.stream.Reconciliation.Difference;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.facade.stream.StreamsState.Flow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Change data capture without its process: says what a test wants it to say. */
public final class FakeStreams implements Streams {

    private static final Flow WELL = new Flow("STREAMING", null, "0/1", 0L);

    public volatile boolean armed;
    public volatile boolean silent;
    public volatile Flow forward = WELL;
    public volatile Flow reverse = WELL;
    public volatile ApplierState applier = new ApplierState("RUNNING", null);
    public volatile List<Difference> differences = List.of();
    public volatile MappingProof mapping = new MappingProof(3, List.of());
    public volatile Duration compareTakes = Duration.ZERO;

    public static Difference difference(String key) {
        return new Difference("t_veh", key, Map.of(), null);
    }

    @Override
    public StreamsState arm(String api) throws IOException {
        answer();
        armed = true;
        return state(api);
    }

    @Override
    public StreamsState state(String api) throws IOException {
        answer();
        return new StreamsState(armed, forward, reverse, applier);
    }

    @Override
    public MappingProof mapping(String api) throws IOException {
        answer();
        return mapping;
    }

    @Override
    public Reconciliation prove(String api, Duration limit) throws IOException, InterruptedException {
        return reconcile(api, null, limit);
    }

    @Override
    public Reconciliation reconcile(String api, Instant since, Duration limit)
            throws IOException, InterruptedException {
        answer();
        Thread.sleep(compareTakes.toMillis());
        return new Reconciliation(3, differences, differences.isEmpty(), Instant.now(), null, null);
    }

    @Override
    public String unhealthyReason() throws IOException {
        answer();
        return null;
    }

    private void answer() throws IOException {
        if (silent) {
            throw new IOException("cdc does not answer");
        }
    }
}
