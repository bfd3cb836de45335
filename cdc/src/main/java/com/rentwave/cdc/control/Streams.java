package com.rentwave.cdc.control;

import com.rentwave.cdc.capture.Capture;
import com.rentwave.cdc.capture.Heartbeats;
import com.rentwave.cdc.capture.OutboxCleaner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/**
 * All that runs: the capture of the monolith's database, from the start because of its events, and the streams of each API.
 * The monolith's rows of all APIs leave in one stream, so a transaction over two of them is in order with itself.
 */
final class Streams implements SmartLifecycle {

    private final Capture legacy;
    private final List<ApiStreams> apis;
    private final Heartbeats heartbeats;
    private final OutboxCleaner cleaner;
    private volatile boolean running;

    Streams(Capture legacy, List<ApiStreams> apis, Duration keepEvents) {
        this.legacy = legacy;
        this.apis = List.copyOf(apis);
        List<Capture> all = Stream.concat(Stream.of(legacy), apis.stream().map(ApiStreams::reverse))
                .toList();
        this.heartbeats = new Heartbeats(all);
        this.cleaner = new OutboxCleaner(all, keepEvents);
    }

    /** What a person has to look at; empty when all is well. */
    List<String> alarms() {
        List<String> alarms = new ArrayList<>(ApiStreams.alarms(legacy));
        apis.forEach(api -> alarms.addAll(api.alarms()));
        return alarms;
    }

    @Override
    public void start() {
        running = true;
        legacy.start();
        apis.forEach(ApiStreams::start);
        heartbeats.start();
        cleaner.start();
    }

    /** Everything at once: each takes a moment to let go of its slot. */
    @Override
    public void stop() {
        running = false;
        cleaner.close();
        heartbeats.close();
        List<Thread> others = apis.stream()
                .map(api -> new Thread(api::stop, "rentwave-close"))
                .toList();
        others.forEach(Thread::start);
        legacy.close();
        try {
            for (Thread other : others) {
                other.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
