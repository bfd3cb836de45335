package com.rentwave.cdc.capture;

import com.rentwave.cdc.capture.CaptureStatus.State;
import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.cdc.publish.Publisher;
import com.rentwave.cdc.publish.RowTopic;
import com.rentwave.sync.Lsn;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures an API's rows on one side, from arming to the end of time: it starts itself again after every failure, from the
 * position that is stored in Kafka with the rows. A capture that was armed never copies again: when its slot is lost it
 * stays FAILED, because a second copy would bring old rows back.
 */
public final class Capture implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final CaptureSettings settings;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch armed = new CountDownLatch(1);

    private volatile CaptureStatus status = new CaptureStatus(State.ABSENT, null, null);
    private volatile boolean recorded;
    private volatile long changeRecords;
    private volatile Engine engine;

    public Capture(CaptureSettings settings) {
        this.settings = settings;
        this.thread = new Thread(this::run, settings.slot());
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Asks for the slot, the first copy and the stream, once and for all. */
    public void arm() {
        armed.countDown();
    }

    public CaptureStatus status() {
        return status;
    }

    /** True once Kafka has it that this capture is armed: from then on it runs for good. */
    public boolean isArmed() {
        return recorded;
    }

    /** How many records with rows were published since the start; tells whether there is anything going on. */
    public long changeRecords() {
        return changeRecords;
    }

    public CaptureSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        closing.countDown();
        closeEngine();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!isClosing()) {
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
            waitFor(closing, pause);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** One life: from the stored position until something goes wrong. */
    private void live() throws SQLException, CaptureException {
        SourceIdentity source = prepare();
        try (RowTopic topic = RowTopic.open(settings.bootstrapServers(), settings.api(), settings.side())) {
            Optional<CapturePosition> stored =
                    new CapturePositions(settings.bootstrapServers()).read(settings.api(), settings.side());
            if (stored.isEmpty() && !waitUntilArmed()) {
                return;
            }
            armed.countDown();
            recorded = stored.isPresent();
            CapturePosition position;
            if (stored.isPresent() && stored.get().phase() == Phase.STREAMING) {
                position = stored.get();
                checkUnbroken(position, source);
            } else {
                refuseForeignSlot(stored);
                moveTo(State.SNAPSHOT, null, null);
                position = new FirstCopy(settings, topic).run(source, () -> recorded = true);
            }
            stream(topic, position);
        }
    }

    /** Waits for a slot that an earlier life still holds: only then may that life's writer be shut out. */
    private SourceIdentity prepare() throws SQLException, CaptureException {
        try (Connection connection = settings.database().connect()) {
            Optional<ReplicationSlot> slot = ReplicationSlot.find(connection, settings.slot());
            if (slot.isPresent() && slot.get().activePid() != null) {
                throw new CaptureException("slot " + settings.slot() + " is in use by process "
                        + slot.get().activePid());
            }
            return SourceIdentity.of(connection);
        }
    }

    private boolean waitUntilArmed() {
        while (!isClosing()) {
            if (waitFor(armed, Duration.ofMillis(100))) {
                return true;
            }
        }
        return false;
    }

    private void checkUnbroken(CapturePosition position, SourceIdentity source) throws SQLException, CaptureException {
        if (!position.source().systemId().equals(source.systemId())
                || position.source().timeline() != source.timeline()) {
            throw new CaptureException("the database is not the one that was captured: it is " + source.systemId()
                    + " timeline " + source.timeline() + ", the stored position is " + position.source());
        }
        ReplicationSlot slot = slot().orElseThrow(() -> lost("it is gone"));
        if (slot.lost() != null) {
            throw lost(slot.lost());
        }
        if (slot.confirmed().compareTo(position.source().lsn()) > 0) {
            throw lost("it stands at " + slot.confirmed() + ", but Kafka has rows only up to "
                    + position.source().lsn());
        }
    }

    private CaptureException lost(String why) {
        return new CaptureException("slot " + settings.slot() + " is lost: " + why
                + ". Rows may be missing on the other side; it is not copied again by itself.");
    }

    /** A slot without a stored position means that Kafka has lost its topics. */
    private void refuseForeignSlot(Optional<CapturePosition> stored) throws SQLException, CaptureException {
        if (stored.isEmpty() && slot().isPresent()) {
            throw new CaptureException("slot " + settings.slot()
                    + " is there, but Kafka has no position for it: its topics were lost or it is another cluster");
        }
    }

    private Optional<ReplicationSlot> slot() throws SQLException {
        try (Connection connection = settings.database().connect()) {
            return ReplicationSlot.find(connection, settings.slot());
        }
    }

    private void stream(RowTopic topic, CapturePosition position) throws CaptureException {
        Publisher publisher = new Publisher(settings.api(), topic, position);
        long before = changeRecords;
        Lsn start = position.source().lsn();
        Runnable onStreaming = () -> moveTo(State.STREAMING, null, start);
        Runnable onPublished = () -> {
            changeRecords = before + publisher.changeRecords();
            moveTo(State.STREAMING, null, publisher.committed().source().lsn());
        };
        try (Engine life = new Engine(settings, publisher, onStreaming, onPublished)) {
            engine = life;
            if (!isClosing()) {
                life.run();
            }
        } catch (IOException e) {
            throw new CaptureException(e.toString());
        } finally {
            engine = null;
        }
        if (!isClosing()) {
            throw new CaptureException("the engine has stopped");
        }
    }

    private void closeEngine() {
        Engine life = engine;
        if (life != null) {
            try {
                life.close();
            } catch (IOException e) {
                LOG.warn("{}: {}", settings.slot(), e.toString());
            }
        }
    }

    private void failed(String reason) {
        if (!isClosing()) {
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

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean waitFor(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
            return false;
        }
    }
}
