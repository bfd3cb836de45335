package com.rentwave.facade.shadow;

import com.rentwave.facade.shadow.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Repeats users' reads at the other side and compares, on a few threads of its own. A user never waits for it: a read is
 * dropped, and counted, when more were asked for than may be copied in a second (fewer when the sides are slow to answer),
 * when all places are taken, and when the event loop that answered it is behind with the users' requests.
 */
@Component
public class Shadows implements Totals, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);

    private final ShadowSettings settings;
    private final Examiner examiner;
    private final Comparison comparison;
    private final Findings findings;
    private final LongSupplier nanos;
    private final BlockingQueue<Sample> queue;
    private final Map<String, CopyRate> rates = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    @Autowired
    Shadows(ShadowSettings settings, Examiner examiner, Comparison comparison, Findings findings) {
        this(settings, examiner, comparison, findings, System::nanoTime);
    }

    Shadows(ShadowSettings settings, Examiner examiner, Comparison comparison, Findings findings, LongSupplier nanos) {
        this.settings = settings;
        this.examiner = examiner;
        this.comparison = comparison;
        this.findings = findings;
        this.nanos = nanos;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    /** The largest answer that is compared, in bytes. */
    public int largest() {
        return (int) settings.largest().toBytes();
    }

    /**
     * Whether the answer to a read that is asked for now is to be kept and offered; a no counts as a dropped read.
     *
     * @param api one of the few APIs that move; each takes memory for good
     */
    public boolean wants(String api) {
        if (!settings.enabled()) {
            return false;
        }
        if (queue.remainingCapacity() == 0) {
            findings.drop(api, Drop.NO_PLACE);
            return false;
        }
        if (!rate(api).allows()) {
            findings.drop(api, Drop.OVER_RATE);
            return false;
        }
        return true;
    }

    private CopyRate rate(String api) {
        CopyRate known = rates.get(api);
        return known != null
                ? known
                : rates.computeIfAbsent(
                        api,
                        name -> new CopyRate(
                                settings.copiesPerSecond(),
                                settings.underWay(),
                                nanos,
                                () -> ThreadLocalRandom.current().nextDouble()));
    }

    /**
     * Takes a user's read and its answer for comparison when the event loop has done what it has to do by now, or drops it.
     * Never waits.
     *
     * @param loop the event loop that answered
     */
    public void offer(String api, Executor loop, Supplier<Sample> sample) {
        long asked = nanos.getAsLong();
        loop.execute(() -> {
            if (nanos.getAsLong() - asked > settings.latest().toNanos()) {
                drop(api, Drop.OVERLOAD);
            } else if (!queue.offer(sample.get())) {
                drop(api, Drop.NO_PLACE);
            }
        });
    }

    /** Counts a read as dropped whose answer cannot be compared: it is too large to be kept, or it came encoded. */
    public void leaveOut(String api) {
        drop(api, Drop.NO_PLACE);
    }

    /** What was wanted and is dropped after all makes room for another read. */
    private void drop(String api, Drop why) {
        rate(api).giveBack();
        findings.drop(api, why);
    }

    @Override
    public Tally total(String api) {
        return findings.total(api);
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
                            withstand(work);
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

    /** One read that makes trouble must not end the comparison of all that follow. */
    private static void withstand(Work work) throws InterruptedException {
        try {
            work.once();
        } catch (RuntimeException e) {
            LOG.error("shadow: something unforeseen; the next reads are compared all the same", e);
        }
    }

    private void examine() throws InterruptedException {
        Sample sample = queue.poll(1, TimeUnit.SECONDS);
        if (sample != null) {
            String api = sample.read().api();
            long began = nanos.getAsLong();
            findings.add(new Finding(api, comparison.path(sample.read()), verdict(sample)));
            rate(api).took(nanos.getAsLong() - began);
        }
    }

    /** What cannot be asked or understood counts as unanswered: nothing shows that the sides agree. */
    private Verdict verdict(Sample sample) throws InterruptedException {
        try {
            return examiner.examine(sample.read(), sample.answeredBy(), sample.answer());
        } catch (RuntimeException e) {
            LOG.error(
                    "shadow: a read of {} could not be compared", sample.read().api(), e);
            return Verdict.of(Outcome.UNANSWERED);
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
