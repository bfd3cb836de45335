package com.rentwave.facade.shadow;

import com.rentwave.facade.shadow.Verdict.Outcome;
import com.rentwave.sync.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Repeats users' reads at the other side and compares, on a few threads of its own. A user never waits for it: when all
 * places are taken a read is dropped, and counted.
 */
@Component
public class Shadows implements Totals, SmartLifecycle {

    private final ShadowSettings settings;
    private final Examiner examiner;
    private final Comparison comparison;
    private final Findings findings;
    private final BlockingQueue<Sample> queue;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    private record Sample(Read read, Side answeredBy, SideAnswer answer) {}

    Shadows(ShadowSettings settings, Examiner examiner, Comparison comparison, Findings findings) {
        this.settings = settings;
        this.examiner = examiner;
        this.comparison = comparison;
        this.findings = findings;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    /** The largest answer that is compared, in bytes. */
    public int largest() {
        return (int) settings.largest().toBytes();
    }

    /** Whether it is worth keeping an answer to offer it; a no counts as a dropped read. */
    public boolean hasPlace(String api) {
        if (!settings.enabled()) {
            return false;
        }
        boolean place = queue.remainingCapacity() > 0;
        if (!place) {
            drop(api);
        }
        return place;
    }

    /** Takes a user's read and its answer for comparison, or drops it. Never waits. */
    public void offer(Read read, Side answeredBy, SideAnswer answer) {
        if (!queue.offer(new Sample(read, answeredBy, answer))) {
            drop(read.api());
        }
    }

    @Override
    public Tally total(String api) {
        return findings.total(api);
    }

    private void drop(String api) {
        findings.add(new Finding(api, "", Verdict.of(Outcome.DROPPED)));
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= settings.inFlight(); i++) {
            begin("shadow-" + i, this::examine);
        }
        begin("shadow-log", this::store);
    }

    private interface Work {
        void once() throws InterruptedException;
    }

    private void begin(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (running) {
                            work.once();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void examine() throws InterruptedException {
        Sample sample = queue.poll(1, TimeUnit.SECONDS);
        if (sample != null) {
            Verdict verdict = examiner.examine(sample.read(), sample.answeredBy(), sample.answer());
            findings.add(new Finding(sample.read().api(), comparison.path(sample.read()), verdict));
        }
    }

    private void store() throws InterruptedException {
        Thread.sleep(settings.flushEvery().toMillis());
        findings.store();
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
        findings.store();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
