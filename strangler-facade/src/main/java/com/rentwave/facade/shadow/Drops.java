package com.rentwave.facade.shadow;

import java.util.concurrent.atomic.LongAdder;

/** How many reads of one API were dropped, and why. Counting takes neither a lock nor memory: most reads of a busy API are. */
final class Drops {

    private final LongAdder[] counts = new LongAdder[Drop.values().length];

    Drops() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(Drop why) {
        counts[why.ordinal()].increment();
    }

    /** Since the start. */
    Tally tally() {
        long overRate = count(Drop.OVER_RATE);
        long overload = count(Drop.OVERLOAD);
        return Tally.NONE.andDropped(count(Drop.NO_PLACE) + overRate + overload, overRate, overload);
    }

    private long count(Drop why) {
        return counts[why.ordinal()].sum();
    }
}
