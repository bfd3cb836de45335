package com.rentwave.workload.seed;

/** Hears how seeding gets on. */
public interface SeedListener {

    /** Nobody listens. */
    SeedListener NONE = (what, done, all) -> {};

    /** So many steps of something are done. */
    void done(String what, int done, int all);
}
