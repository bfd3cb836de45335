package com.rentwave.facade.cutover;

import com.rentwave.facade.shadow.Cause;
import com.rentwave.facade.shadow.ShadowEvidence;
import com.rentwave.facade.shadow.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The shadow without its two sides: it has seen what a test wants it to have seen. */
public final class FakeEvidence implements ShadowEvidence {

    public volatile Tally rehearsed = Tally.compared(60, 0, 0, 0, 0);
    public volatile Tally seen = Tally.compared(60, 0, 0, 0, 0);

    @Override
    public Tally seen(String api, Duration window) {
        return seen;
    }

    @Override
    public List<Cause> causes(String api) {
        return List.of(new Cause("header etag", 2, Instant.EPOCH, Instant.EPOCH, List.of()));
    }

    @Override
    public Tally rehearse(String api) {
        return rehearsed;
    }
}
