package com.rentwave.facade.canary;

import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Counts the reads of APIs in a canary, by side and second, for the last minute. A read that hangs counts while it does. */
@Component
public class CanaryMeter {

    private static final long NANOS = 1_000_000_000L;
    private static final long LONG_RUNNING_MICROS = 500_000;

    private final LongSupplier nanos;
    private final Map<String, Rings> rings = new ConcurrentHashMap<>();
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    @Autowired
    public CanaryMeter() {
        this(System::nanoTime);
    }

    CanaryMeter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The seconds of one API, of both sides. */
    private static final class Rings {

        private final SlotRing legacy = new SlotRing();
        private final SlotRing service = new SlotRing();

        private SlotRing of(Side side) {
            return side == Side.LEGACY ? legacy : service;
        }
    }

    /** A read that has no answer yet. */
    public final class Running {

        private final String api;
        private final Side side;
        private final long since = nanos.getAsLong();

        private Running(String api, Side side) {
            this.api = api;
            this.side = side;
        }

        /**
         * The read has ended.
         *
         * @param failure why there is no answer but perhaps a server's error, in a few words; null when there is one
         * @param stale whether it was older than what the user had already seen
         */
        public void ended(String failure, boolean stale) {
            if (running.remove(this)) {
                add(this, failure, stale);
            }
        }

        /** The user went away; nothing can be said. */
        public void left() {
            running.remove(this);
        }

        private long micros() {
            return (nanos.getAsLong() - since) / 1000;
        }
    }

    public Running begin(String api, Side side) {
        Running read = new Running(api, side);
        running.add(read);
        return read;
    }

    private void add(Running read, String failure, boolean stale) {
        Rings known = rings.get(read.api);
        if (known == null) {
            known = rings.computeIfAbsent(read.api, name -> new Rings());
        }
        known.of(read.side).add(nanos.getAsLong() / NANOS, read.micros(), failure, stale);
    }

    /** Everything that was counted for the API is forgotten: another share, another canary. */
    public void forget(String api) {
        rings.remove(api);
    }

    /** What happened lately; at most a minute. */
    public CanaryWindow window(String api, Duration length) {
        Slot service = sum(api, Side.SERVICE, length);
        return new CanaryWindow(
                sum(api, Side.LEGACY, length).window(), service.window(), service.stale(), service.failure());
    }

    private Slot sum(String api, Side side, Duration length) {
        Slot sum = new Slot();
        Rings known = rings.get(api);
        if (known != null) {
            known.of(side).addTo(sum, nanos.getAsLong() / NANOS, length.toSeconds());
        }
        for (Running read : running) {
            if (read.side == side && read.api.equals(api) && read.micros() > LONG_RUNNING_MICROS) {
                sum.add(read.micros(), null, false);
            }
        }
        return sum;
    }
}
