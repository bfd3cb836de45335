package com.rentwave.cdc.capture;

import com.rentwave.cdc.capture.CaptureStatus.State;
import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.cdc.publish.CaptureTopics;
import com.rentwave.cdc.publish.Publisher;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.thread.Closing;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures one database, its domain events and the rows of the APIs that are armed, to the end of time: one slot, one
 * stream, so that events and rows keep their order. It starts itself again after every failure, from the position that is
 * stored in Kafka with what it covers. An API that was armed is never copied again: when the slot is lost the capture stays
 * FAILED, because a second copy would bring old rows back.
 */
public final class Capture implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_FOR_SLOT = Duration.ofSeconds(10);

    private final CaptureSettings settings;
    private final CaptureSlot slot;
    private final Thread thread;
    private final LogEnd logEnd;
    private final Closing closing = new Closing();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();

    private volatile CaptureStatus status = new CaptureStatus(State.ABSENT, null, null);
    private volatile CapturePosition recorded;
    private volatile long changeRecords;
    private volatile Engine engine;
    private volatile boolean resting;
    private volatile Runnable onRows = () -> {};

    public Capture(CaptureSettings settings) {
        this.settings = settings;
        this.slot = new CaptureSlot(settings);
        this.logEnd = new LogEnd(settings.database());
        this.thread = new Thread(this::run, settings.slot());
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Asks for the first copy of an API and its rows in the stream, once and for all. */
    public synchronized void arm(String api) {
        settings.api(api);
        if (wanted.add(api) && !isArmed(api)) {
            // The stream rests while the rows are copied.
            resting = true;
            closeEngine();
        }
    }

    /** How the capture is, whatever is armed. */
    public CaptureStatus status() {
        return status;
    }

    /** How the rows of an API are. */
    public CaptureStatus status(String api) {
        CaptureStatus now = status;
        CapturePosition position = recorded;
        if (now.state() == State.FAILED) {
            return now;
        }
        if (position == null || position.api(api).isEmpty()) {
            return new CaptureStatus(wanted.contains(api) ? State.SNAPSHOT : State.ABSENT, null, null);
        }
        return position.streams(api) ? now : new CaptureStatus(State.SNAPSHOT, null, null);
    }

    /**
     * How many bytes of log there are behind a position.
     *
     * @throws SQLException when the database does not answer
     */
    public long lagBehind(Lsn position) throws SQLException {
        return Math.max(0, logEnd.now().value() - position.value());
    }

    /** True once Kafka has it that the API is armed: from then on its rows are captured for good. */
    public boolean isArmed(String api) {
        CapturePosition position = recorded;
        return position != null && position.api(api).isPresent();
    }

    /** The APIs whose rows are in the stream. */
    Set<String> streamedApis() {
        CapturePosition position = recorded;
        return position == null
                ? Set.of()
                : position.apis().keySet().stream().filter(position::streams).collect(Collectors.toUnmodifiableSet());
    }

    /** How many records with rows were published since the start; tells whether there is anything going on. */
    public long changeRecords() {
        return changeRecords;
    }

    /** Calls somebody whenever rows were published. */
    void onRows(Runnable listener) {
        onRows = listener;
    }

    public CaptureSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        closing.begin();
        closeEngine();
        logEnd.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!closing.hasBegun()) {
            long started = System.nanoTime();
            try {
                live();
            } catch (CaptureException e) {
                failed(e.getMessage());
            } catch (SQLException e) {
                failed("PostgreSQL: " + e.getMessage());
            } catch (KafkaException e) {
                failed("Kafka: " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{}: unexpected", settings.slot(), e);
                failed(e.toString());
            }
            boolean longLived = System.nanoTime() - started > LONGEST_PAUSE.toNanos() * 5;
            pause = longLived ? SHORTEST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
            closing.pause(pause);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** One life: from the stored position until something goes wrong. */
    private void live() throws SQLException, CaptureException {
        resting = false;
        SourceIdentity source = slot.enter();
        Set<String> apis =
                Set.copyOf(settings.apis().stream().map(ApiMapping::api).toList());
        try (CaptureTopics topics =
                CaptureTopics.open(settings.bootstrapServers(), settings.name(), settings.side(), apis)) {
            Optional<CapturePosition> stored = new CapturePositions(settings.bootstrapServers()).read(settings.name());
            if (stored.isEmpty() && !settings.always() && !waitUntilArmed()) {
                return;
            }
            CapturePosition position = begin(topics, source, stored);
            while (!closing.hasBegun()) {
                position = copyWhatIsMissing(topics, position);
                position = stream(topics, position);
                awaitFreeSlot();
            }
        }
    }

    private boolean waitUntilArmed() {
        while (!closing.hasBegun()) {
            if (!wanted.isEmpty()) {
                return true;
            }
            closing.pause(Duration.ofMillis(100));
        }
        return false;
    }

    private CapturePosition begin(CaptureTopics topics, SourceIdentity source, Optional<CapturePosition> stored)
            throws SQLException, CaptureException {
        if (stored.isPresent() && stored.get().phase() == Phase.STREAMING) {
            recorded = stored.get();
            wanted.addAll(recorded.apis().keySet());
            slot.checkUnbroken(recorded, source);
            return recorded;
        }
        if (stored.isEmpty()) {
            slot.refuseForeign();
        }
        recorded = new FirstStart(settings, topics).run(source);
        return recorded;
    }

    private CapturePosition copyWhatIsMissing(CaptureTopics topics, CapturePosition position)
            throws SQLException, CaptureException {
        CapturePosition now = position;
        resting = false;
        for (String api : wanted) {
            if (!now.streams(api) && !closing.hasBegun()) {
                LOG.info("{}: {} is armed", settings.slot(), api);
                now = new FirstCopy(settings, topics, settings.api(api)).run(now, begun -> recorded = begun);
                recorded = now;
            }
        }
        return now;
    }

    /**
     * Streams until an API is to be armed, or to the end.
     *
     * @return where it rests
     */
    private CapturePosition stream(CaptureTopics topics, CapturePosition position) throws CaptureException {
        Publisher publisher = new Publisher(settings.side(), topics, position);
        long before = changeRecords;
        Runnable onStreaming = () -> moveTo(State.STREAMING, null, position.lsn());
        Runnable onPublished = () -> {
            recorded = publisher.committed();
            moveTo(State.STREAMING, null, recorded.lsn());
            if (changeRecords != before + publisher.changeRecords()) {
                changeRecords = before + publisher.changeRecords();
                onRows.run();
            }
        };
        try (Engine life = new Engine(settings, publisher, onStreaming, onPublished)) {
            synchronized (this) {
                engine = life;
            }
            if (!closing.hasBegun() && !isToRest()) {
                life.run();
            }
        } finally {
            engine = null;
        }
        if (!closing.hasBegun() && !isToRest()) {
            throw new CaptureException("the engine has stopped");
        }
        topics.abort();
        return publisher.committed();
    }

    /** True when an API is to be armed: the stream rests for that. */
    private boolean isToRest() {
        CapturePosition position = recorded;
        return wanted.stream().anyMatch(api -> !position.streams(api));
    }

    private void awaitFreeSlot() throws SQLException, CaptureException {
        long end = System.nanoTime() + PATIENCE_FOR_SLOT.toNanos();
        while (!closing.hasBegun() && slot.isInUse()) {
            if (System.nanoTime() > end) {
                throw new CaptureException("slot " + settings.slot() + " is still in use");
            }
            closing.pause(Duration.ofMillis(20));
        }
    }

    private void closeEngine() {
        Engine life = engine;
        if (life != null) {
            life.close();
        }
    }

    private void failed(String reason) {
        if (!closing.hasBegun() && !resting) {
            moveTo(State.FAILED, reason, status.publishedLsn());
        }
    }

    private void moveTo(State state, String reason, Lsn published) {
        CaptureStatus before = status;
        status = new CaptureStatus(state, reason, published);
        if (before.state() != state || !Objects.equals(before.reason(), reason)) {
            LOG.info("{}: {} → {} ({})", settings.slot(), before.state(), state, reason == null ? published : reason);
        }
    }
}
