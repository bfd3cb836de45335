package com.rentwave.sync;

import com.rentwave.sync.ApplierStatus.State;
import com.rentwave.sync.thread.Closing;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the rows that one side has committed to the database of the other: whole source transactions, in commit order,
 * each exactly once. Rows and position are stored in one transaction, and the position is compared and set, so any number
 * of appliers, paused ones included, do no harm to each other. What cannot be applied stops the stream; nothing is
 * skipped.
 *
 * <p>It works in a thread of its own from {@link #start} to {@link #close} and outlives the loss of PostgreSQL and Kafka.
 */
public final class Applier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);
    private static final Duration RETRY_FAILED = Duration.ofSeconds(1);
    private static final Duration RETRY_WAITING = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final String ORIGIN_IN_USE = "55006";

    private final ApplierSettings settings;
    private final ApiMapping mapping;
    private final DataSource database;
    private final Clock clock;
    private final Thread thread;
    private final Closing closing = new Closing();

    private volatile ApplierStatus status = new ApplierStatus(State.WAITING, "not started", 0, new Lsn(0));
    private volatile RowStream openStream;
    private volatile Consumer<Position> onApplied = position -> {};

    /** @param database gives connections to the target database; better not a pool, as one is kept and marked */
    public Applier(ApplierSettings settings, ApiMapping mapping, DataSource database, Clock clock) {
        this.settings = settings;
        this.mapping = mapping;
        this.database = database;
        this.clock = clock;
        this.thread = new Thread(this::run, settings.origin());
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Tells somebody, after each commit, up to where the other side's rows are there. */
    public void onApplied(Consumer<Position> listener) {
        onApplied = listener;
    }

    public ApplierStatus status() {
        return status;
    }

    /** Stops after the transaction in hand. */
    @Override
    public void close() {
        closing.begin();
        RowStream stream = openStream;
        if (stream != null) {
            stream.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing.hasBegun()) {
            try (ApplyTarget target = ApplyTarget.open(settings, mapping, database, clock);
                    RowStream stream = new RowStream(settings)) {
                openStream = stream;
                follow(target, stream);
            } catch (WakeupException e) {
                // Closing.
            } catch (SQLException e) {
                moveTo(State.WAITING, reason(e));
            } catch (KafkaException e) {
                moveTo(State.WAITING, "Kafka: " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{}: unexpected", settings.stream(), e);
                moveTo(State.FAILED, e.toString());
            } catch (Error e) {
                moveTo(State.FAILED, "ended by " + e);
                throw e;
            } finally {
                openStream = null;
            }
            closing.pause(status.state() == State.FAILED ? RETRY_FAILED : RETRY_WAITING);
        }
        moveTo(State.WAITING, "closed");
    }

    private static String reason(SQLException e) {
        return ORIGIN_IN_USE.equals(e.getSQLState())
                ? "another applier holds the replication origin"
                : "PostgreSQL: " + e.getMessage();
    }

    private void follow(ApplyTarget target, RowStream stream) throws SQLException {
        while (!closing.hasBegun()) {
            try {
                String obstacle = stream.obstacle();
                if (obstacle == null) {
                    applyAll(target, stream);
                } else {
                    moveTo(State.WAITING, obstacle);
                    closing.pause(RETRY_WAITING);
                }
            } catch (RowsRefusedException e) {
                moveTo(State.FAILED, e.getMessage());
                closing.pause(RETRY_FAILED);
            }
        }
    }

    /** Applies what arrives until something goes wrong. */
    private void applyAll(ApplyTarget target, RowStream stream) throws SQLException, RowsRefusedException {
        ApplyPosition position = target.position();
        stream.seek(position.nextOffset());
        if (status.state() != State.FAILED) {
            runningAt(position);
        }
        long heard = System.nanoTime();
        while (!closing.hasBegun()) {
            List<SourceTransaction> transactions = stream.poll();
            if (!transactions.isEmpty()) {
                Optional<ApplyPosition> next = apply(target, position, transactions);
                if (next.isEmpty()) {
                    LOG.info(
                            "{}: somebody else has moved the position from {}",
                            settings.stream(),
                            position.nextOffset());
                    return;
                }
                position = next.get();
                onApplied.accept(position.applied());
                runningAt(position);
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                String silence = stream.silence();
                if (silence != null) {
                    moveTo(State.WAITING, silence);
                } else if (status.state() == State.WAITING) {
                    runningAt(position);
                }
                heard = System.nanoTime();
            }
        }
    }

    /** Applies all at once or, when one of them is refused, those before it one by one. */
    private Optional<ApplyPosition> apply(ApplyTarget target, ApplyPosition from, List<SourceTransaction> transactions)
            throws SQLException, RowsRefusedException {
        try {
            return target.apply(from, transactions, false);
        } catch (RowsRefusedException e) {
            LOG.debug("{}: refused, one by one now", settings.stream(), e);
        }
        ApplyPosition position = from;
        for (SourceTransaction transaction : transactions) {
            Optional<ApplyPosition> next;
            try {
                next = target.apply(position, List.of(transaction), true);
            } catch (RowsRefusedException e) {
                throw atOffset(position, e);
            }
            if (next.isEmpty()) {
                return next;
            }
            position = next.get();
            status = new ApplierStatus(
                    status.state(),
                    status.reason(),
                    position.nextOffset(),
                    position.applied().lsn());
        }
        return Optional.of(position);
    }

    private RowsRefusedException atOffset(ApplyPosition position, RowsRefusedException e) {
        return new RowsRefusedException("offset " + position.nextOffset() + ": " + e.getMessage(), e);
    }

    private void runningAt(ApplyPosition position) {
        State before = status.state();
        status = new ApplierStatus(
                State.RUNNING, null, position.nextOffset(), position.applied().lsn());
        if (before != State.RUNNING) {
            LOG.info("{}: {} → RUNNING (offset {})", settings.stream(), before, position.nextOffset());
        }
    }

    private void moveTo(State state, String reason) {
        ApplierStatus before = status;
        status = new ApplierStatus(state, reason, before.nextOffset(), before.appliedLsn());
        if (before.state() != state || !reason.equals(before.reason())) {
            LOG.info("{}: {} → {} ({})", settings.stream(), before.state(), state, reason);
        }
    }
}
