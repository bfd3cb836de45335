package com.rentwave.cdc.capture;

import com.rentwave.cdc.publish.Publisher;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of a Debezium engine on one slot. It gets no offset of Debezium's: it starts where the slot was last confirmed,
 * in whole transactions, and the {@link Publisher} drops what is in Kafka already. The slot is confirmed only up to what
 * Kafka has.
 */
final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long ASK_AGAIN_NANOS = 20_000_000;

    private static final int REST_FOR_A_COMMIT = 3;

    /** No commit to Kafka is put off for longer, however long the one before it took. */
    private static final long LONGEST_REST_NANOS = 30_000_000;

    private final SourceRecords records;
    private final Publisher publisher;
    private final Runnable onPublished;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private RecordChangeEvent<SourceRecord> boundary;
    private volatile boolean running;
    private volatile boolean closing;

    /** @param onPublished called after each commit to Kafka */
    Engine(CaptureSettings settings, Publisher publisher, Runnable onStreaming, Runnable onPublished) {
        this.records = new SourceRecords(settings.slot(), settings);
        this.publisher = publisher;
        this.onPublished = onPublished;
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(properties(settings))
                .using(getClass().getClassLoader())
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        onStreaming.run();
                    }
                })
                .using((success, message, error) -> {
                    if (!success) {
                        failure.compareAndSet(null, error == null ? new IllegalStateException(message) : error);
                    }
                })
                .notifying(this::publish)
                .build();
    }

    /** Streams until it is closed or fails. */
    void run() throws CaptureException {
        running = true;
        try {
            if (!closing) {
                engine.run();
            }
        } finally {
            running = false;
        }
        Throwable error = failure.get();
        if (error != null) {
            throw new CaptureException(rootMessage(error));
        }
    }

    private void publish(
            List<RecordChangeEvent<SourceRecord>> batch, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        try {
            accept(batch);
            long begin = System.nanoTime();
            publishComplete(committer);
            rest(System.nanoTime() - begin);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private void accept(List<RecordChangeEvent<SourceRecord>> batch) {
        try {
            for (RecordChangeEvent<SourceRecord> event : batch) {
                publisher.accept(records.read(event.record()));
                if (publisher.isBetweenTransactions()) {
                    boundary = event;
                }
            }
        } catch (IllegalStateException e) {
            // What came before the event that cannot be carried is not held up by it.
            publisher.publish();
            throw e;
        }
    }

    private void publishComplete(RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        if (publisher.publish() && boundary != null) {
            committer.markProcessed(boundary);
            committer.markBatchFinished();
            boundary = null;
            onPublished.run();
        }
    }

    /**
     * Lets {@value #REST_FOR_A_COMMIT} times as much time pass as the commit took, so that a machine that is busy, and slow to
     * commit, does so less often and more at a time: a commit costs the broker and the other side more than its rows.
     */
    private static void rest(long nanos) {
        LockSupport.parkNanos(Math.min(REST_FOR_A_COMMIT * nanos, LONGEST_REST_NANOS));
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Properties properties(CaptureSettings settings) {
        Properties p = new Properties();
        p.setProperty("name", settings.slot());
        p.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        // In memory and new in each life: so the engine has no offset to resume from inside of a transaction.
        p.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        p.setProperty("offset.flush.interval.ms", "500");
        p.setProperty("errors.max.retries", "0");
        p.setProperty("record.processing.threads", "1");
        p.setProperty("topic.prefix", settings.slot());
        source(p, settings);
        p.setProperty("snapshot.mode", "no_data");
        p.setProperty("provide.transaction.metadata", "true");
        p.setProperty("message.prefix.include.list", "rentwave\\.heartbeat,rentwave\\.barrier");
        p.setProperty("skipped.operations", "none");
        p.setProperty("tombstones.on.delete", "false");
        p.setProperty("time.precision.mode", "adaptive_time_microseconds");
        p.setProperty("unavailable.value.placeholder", SourceRecords.UNCHANGED);
        p.setProperty("poll.interval.ms", "5");
        p.setProperty("queue.provider.type", QuietQueue.NAME);
        p.setProperty("max.batch.size", "2048");
        p.setProperty("max.queue.size", "8192");
        p.setProperty("statistics.metrics.enabled", "false");
        p.setProperty("extended.headers.enabled", "false");
        return p;
    }

    private static void source(Properties p, CaptureSettings settings) {
        SourceDatabase database = settings.database();
        p.setProperty("database.hostname", database.host());
        p.setProperty("database.port", database.port());
        p.setProperty("database.dbname", database.name());
        p.setProperty("database.user", database.user());
        p.setProperty("database.password", database.password() == null ? "" : database.password());
        p.setProperty("plugin.name", "pgoutput");
        p.setProperty("slot.name", settings.slot());
        p.setProperty("slot.max.retries", "0");
        p.setProperty("slot.drop.on.stop", "false");
        // Changes that an applier wrote carry an origin; they must not come back as changes.
        p.setProperty("slot.stream.params", "origin=none");
        p.setProperty("publication.name", CaptureSettings.PUBLICATION);
        p.setProperty("publication.autocreate.mode", "disabled");
        p.setProperty("table.include.list", tables(settings));
        p.setProperty("status.update.interval.ms", "5000");
    }

    private static String tables(CaptureSettings settings) {
        Stream<String> rows = settings.apis().stream()
                .flatMap(api -> api.tables().stream())
                .map(table -> table.shape(settings.side()).name());
        return Stream.concat(rows, Stream.of(settings.outbox().name()))
                        .map(table -> "public\\." + table)
                        .collect(Collectors.joining(","))
                + ",sync\\.ownership";
    }

    /** Makes it stop, which takes a moment; whoever runs it sees it end. */
    @Override
    public void close() {
        closing = true;
        if (running) {
            Thread thread = new Thread(this::stop, "rentwave-engine-close");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** An engine that is starting refuses to stop, so it is asked again. */
    private void stop() {
        while (running) {
            try {
                engine.close();
                return;
            } catch (IllegalStateException e) {
                LockSupport.parkNanos(ASK_AGAIN_NANOS);
            } catch (IOException e) {
                LOG.warn("closing", e);
                return;
            }
        }
    }
}
