package com.rentwave.facade.traffic;

import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts what each side answered, second by second. Counting a request takes neither a lock nor memory; a reader may miss
 * requests that end while it reads.
 */
@Component
public class TrafficMeter {

    /** How far back it remembers. */
    static final int SECONDS = 240;

    private static final long NANOS = 1_000_000_000L;

    private final LongSupplier nanos;
    private final ConcurrentMap<String, Ring> rings = new ConcurrentHashMap<>();

    @Autowired
    public TrafficMeter() {
        this(System::nanoTime);
    }

    TrafficMeter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The seconds of one API, of both sides. */
    private static final class Ring {

        private final SecondRing legacy = new SecondRing(SECONDS);
        private final SecondRing service = new SecondRing(SECONDS);

        private SecondRing of(Side side) {
            return side == Side.LEGACY ? legacy : service;
        }
    }

    /**
     * A request has been answered.
     *
     * @param api one of the few APIs that move; each takes memory for good
     * @param write whether it was to change something
     * @param failed whether there was no answer, or one of a server's error
     * @param tookNanos from the request's arrival to the answer's end, the time it was held included
     */
    public void answered(String api, Side side, boolean write, boolean failed, long tookNanos) {
        Ring ring = rings.get(api);
        if (ring == null) {
            ring = rings.computeIfAbsent(api, name -> new Ring());
        }
        ring.of(side).at(nanos.getAsLong() / NANOS).add(write, failed, tookNanos / 1000);
    }

    /**
     * What happened lately, oldest first, in points of equal length. The second that is not over yet is left out.
     *
     * @param step the length of a point, in whole seconds
     */
    public SideTraffic lately(String api, Side side, int points, Duration step) {
        long seconds = step.toSeconds();
        long end = nanos.getAsLong() / NANOS;
        Ring ring = rings.get(api);
        List<TrafficPoint> all = new ArrayList<>(points);
        for (int point = points; point > 0; point--) {
            long from = end - point * seconds;
            all.add(ring == null ? TrafficPoint.NOTHING : ring.of(side).sum(from, from + seconds));
        }
        return new SideTraffic(List.copyOf(all));
    }
}
