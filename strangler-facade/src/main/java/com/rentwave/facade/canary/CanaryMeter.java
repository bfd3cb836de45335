package com.rentwave.facade.canary;

import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Counts the reads of APIs in a canary, by side and second, for the last minute. A read that hangs counts while it does. */
@Component
public class CanaryMeter {

    private static final int SECONDS = 60;
    private static final long NANOS = 1_000_000_000L;
    private static final long LONG_RUNNING_MICROS = 500_000;

    private final LongSupplier nanos;
    private final Map<String, Slot[]> slots = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    @Autowired
    public CanaryMeter() {
        this(System::nanoTime);
    }

    CanaryMeter(LongSupplier nanos) {
        this.nanos = nanos;
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

    private synchronized void add(Running read, String failure, boolean stale) {
        slot(read.api, read.side, nanos.getAsLong() / NANOS).add(read.micros(), failure, stale);
    }

    private Slot slot(String api, Side side, long second) {
        String key = api + ' ' + side.word();
        Slot[] ring = slots.computeIfAbsent(key, name -> new Slot[SECONDS]);
        int place = (int) Math.floorMod(second, (long) SECONDS);
        Long last = written.put(key + ' ' + place, second);
        if (last == null || last != second) {
            ring[place] = new Slot();
        }
        return ring[place];
    }

    /** Everything that was counted for the API is forgotten: another share, another canary. */
    public synchronized void forget(String api) {
        slots.keySet().removeIf(key -> key.startsWith(api + ' '));
        written.keySet().removeIf(key -> key.startsWith(api + ' '));
    }

    /** What happened lately; at most a minute. */
    public synchronized CanaryWindow window(String api, Duration length) {
        Slot service = sum(api, Side.SERVICE, length);
        return new CanaryWindow(
                sum(api, Side.LEGACY, length).window(), service.window(), service.stale(), service.failure());
    }

    private Slot sum(String api, Side side, Duration length) {
        String key = api + ' ' + side.word();
        long now = nanos.getAsLong() / NANOS;
        Slot sum = new Slot();
        Slot[] ring = slots.getOrDefault(key, new Slot[SECONDS]);
        for (int place = 0; place < SECONDS; place++) {
            Long second = written.get(key + ' ' + place);
            if (second != null && now - second < length.toSeconds()) {
                sum.add(ring[place]);
            }
        }
        for (Running read : running) {
            if (read.side == side && read.api.equals(api) && read.micros() > LONG_RUNNING_MICROS) {
                sum.add(read.micros(), null, false);
            }
        }
        return sum;
    }
}
