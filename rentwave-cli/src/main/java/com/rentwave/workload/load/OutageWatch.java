package com.rentwave.workload.load;

import com.rentwave.platform.Part;
import com.rentwave.sync.thread.RepeatingThread;
import com.rentwave.workload.history.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Watches the processes of the platform and notes when one of them was dead, up to five seconds after it was healthy
 * again. Looks five times a second; an outage begins when the part was last seen alive.
 */
public final class OutageWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long GRACE = TimeUnit.SECONDS.toNanos(5);

    private record Sighting(OptionalLong pid, long nanos) {}

    private final List<Part> parts;
    private final LongSupplier nanoTime;
    private final Map<String, Sighting> lastAlive = new HashMap<>();
    private final Map<String, Long> deadSince = new HashMap<>();
    private final List<Outage> outages = new ArrayList<>();
    private final RepeatingThread thread = RepeatingThread.every(LOOK, "outage watch", this::look);

    /** Looks at once, and by itself from then on. */
    public OutageWatch(List<Part> parts) {
        this(parts, System::nanoTime);
        thread.startWithPause();
    }

    /** Looks at once, and then only when it is told to. */
    OutageWatch(List<Part> parts, LongSupplier nanoTime) {
        this.parts = List.copyOf(parts);
        this.nanoTime = nanoTime;
        look();
    }

    void look() {
        for (Part part : parts) {
            OptionalLong pid = part.pid();
            boolean healthy = !deadSince.containsKey(part.name()) || pid.isPresent() && part.isHealthy();
            note(part.name(), pid, healthy);
        }
    }

    private synchronized void note(String part, OptionalLong pid, boolean healthy) {
        long now = nanoTime.getAsLong();
        Sighting last = lastAlive.get(part);
        boolean same = last == null || pid.isPresent() && pid.equals(last.pid());
        if (!same && !deadSince.containsKey(part)) {
            deadSince.put(part, last.nanos());
        } else if (deadSince.containsKey(part) && healthy) {
            outages.add(new Outage(part, deadSince.remove(part), now + GRACE));
        }
        if (pid.isPresent()) {
            lastAlive.put(part, new Sighting(pid, now));
        } else if (last == null) {
            deadSince.put(part, now);
        }
    }

    /** The outages up to now; one that lasts is open-ended. */
    public synchronized List<Outage> outages() {
        List<Outage> all = new ArrayList<>(outages);
        deadSince.forEach((part, since) -> all.add(new Outage(part, since, Long.MAX_VALUE)));
        return all;
    }

    /** Names of the parts that are dead or not yet healthy again. */
    public synchronized List<String> dead() {
        return deadSince.keySet().stream().sorted().toList();
    }

    @Override
    public void close() {
        thread.stop();
    }
}
