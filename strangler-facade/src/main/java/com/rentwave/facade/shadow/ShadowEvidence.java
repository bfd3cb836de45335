package com.rentwave.facade.shadow;

import java.time.Duration;
import java.util.List;

/** What is known about how alike both sides answer. */
public interface ShadowEvidence {

    /** What traffic and rehearsals showed in a time that ends now. */
    Tally seen(String api, Duration window);

    /** The commonest causes of differences, most often first. */
    List<Cause> causes(String api);

    /** Compares reads that nobody asked for: an API that is not used can be judged too. Blocks. */
    Tally rehearse(String api) throws InterruptedException;
}
