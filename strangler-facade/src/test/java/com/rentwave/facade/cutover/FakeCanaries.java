package com.rentwave.facade.cutover;

import com.rentwave.facade.canary.CanaryEvidence;
import java.util.Optional;

/** Canaries without users: they fare as a test wants them to fare. */
public final class FakeCanaries implements CanaryEvidence {

    public volatile String breach;
    public volatile String ignorance;

    @Override
    public Optional<String> breach(String api) {
        return Optional.ofNullable(breach);
    }

    @Override
    public Optional<String> ignorance(String api) {
        return Optional.ofNullable(ignorance);
    }
}
