package com.rentwave.cdc.capture;

import com.rentwave.sync.thread.RepeatingThread;
import java.time.Duration;
import java.util.List;

/**
 * Writes small messages into the logs of captured databases, so that the watermark on the other side passes commits that
 * touch no row of an API, and so that nothing keeps old log files. When it does so {@link Pulse} decides; it is fast only
 * while somebody may be waiting, because every message costs a transaction in Kafka and one on the other side.
 */
public final class Heartbeats implements AutoCloseable {

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);

    private final List<Pulse> pulses;
    private final RepeatingThread thread = RepeatingThread.paced(LONGEST_SLEEP, "rentwave-heartbeats", this::look);

    public Heartbeats(List<Capture> captures) {
        this.pulses = captures.stream().map(Pulse::new).toList();
        captures.forEach(capture -> capture.onRows(thread::wake));
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.finish(TIME_TO_END);
        pulses.forEach(Pulse::disconnect);
    }

    private Duration look() {
        long sleep = LONGEST_SLEEP.toMillis();
        for (Pulse pulse : pulses) {
            sleep = Math.min(sleep, pulse.look(System.nanoTime()));
        }
        return Duration.ofMillis(sleep);
    }
}
