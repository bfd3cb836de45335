package com.rentwave.facade.cutover;

import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.backend.LegacyUses;
import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The monolith and the services without their processes: they say what a test wants them to say. */
public final class FakeBackends implements Backends {

    public final Map<Side, RunningBuild> builds = new EnumMap<>(Map.of(
            Side.LEGACY, new RunningBuild("legacy-monolith", "1111111111111111"),
            Side.SERVICE, new RunningBuild("vehicle-service", "2222222222222222")));
    /** The service of the second API, which is always well. */
    public static final RunningBuild SECOND = new RunningBuild("rental-service", "5555555555555555");

    public final Map<Side, String> unwell = new EnumMap<>(Side.class);
    public final Set<Side> dead = EnumSet.noneOf(Side.class);
    public volatile LegacyUses uses = new LegacyUses(Instant.EPOCH, 0, null);
    public volatile ApplierState applier = new ApplierState("RUNNING", null);

    @Override
    public RunningBuild build(String api, Side side) throws IOException {
        answer(side);
        return side == Side.SERVICE && api.equals(TwoSides.SECOND) ? SECOND : builds.get(side);
    }

    @Override
    public String unhealthyReason(String api, Side side) throws IOException {
        answer(side);
        return unwell.get(side);
    }

    @Override
    public LegacyUses uses(String api, Instant since) throws IOException {
        answer(Side.LEGACY);
        return uses;
    }

    @Override
    public ApplierState applier(String api) throws IOException {
        answer(Side.SERVICE);
        return applier;
    }

    private void answer(Side side) throws IOException {
        if (dead.contains(side)) {
            throw new IOException("connection refused");
        }
    }
}
