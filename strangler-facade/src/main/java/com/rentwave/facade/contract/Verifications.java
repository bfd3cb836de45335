package com.rentwave.facade.contract;

import java.util.List;
import java.util.Optional;

/** All verifications. They are only added; the newest of a pact, a provider and a build counts. */
public interface Verifications {

    void add(Verification verification);

    /** The newest run of a pact against a build of a provider. */
    Optional<Verification> newest(String pactHash, String provider, String build);

    /** The newest successful run of any version of a consumer's pact, with any build of a provider. */
    Optional<Verification> newestKept(String consumer, String pactProvider, String provider);

    /** Whether any version of a consumer's pact was ever kept by anyone. */
    boolean everKept(String consumer, String pactProvider);

    /** The newest runs of all. */
    List<Verification> newest(int limit);
}
