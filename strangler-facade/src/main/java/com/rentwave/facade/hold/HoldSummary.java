package com.rentwave.facade.hold;

import java.time.Duration;
import java.util.List;

/**
 * What a window saw. A request is held from its first refusal until it is sent to whoever takes it; what the backends need
 * is not in it. One that was done as the fence came is held until its answer is let go.
 *
 * @param held requests that were held at some time in the window
 * @param longestMillis the longest time one of them was held, in milliseconds, rounded up; 0 when none was
 * @param times how many of them were held for how long, the shortest time first; all of them are counted
 * @param begun how long ago the first of them was refused; zero when none was
 * @param ended how long ago the last of them was sent on; zero when none was held, or one still is
 */
public record HoldSummary(long held, long longestMillis, List<HoldTime> times, Duration begun, Duration ended) {

    /** Nothing was held. */
    public static final HoldSummary NONE = new HoldSummary(0, 0, List.of(), Duration.ZERO, Duration.ZERO);

    public HoldSummary {
        times = List.copyOf(times);
    }
}
