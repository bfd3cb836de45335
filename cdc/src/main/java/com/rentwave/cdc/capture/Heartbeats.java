package com.rentwave.cdc.capture;

import com.rentwave.cdc.publish.Publisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a small message into the log of each captured database when that log has moved since the last one, so that the
 * watermark on the other side passes commits that touch no row of the API, and so that nothing keeps old log files.
 *
 * <p>The databases may share one cluster and hence one log, in which the messages of one side, and the transactions with
 * which appliers store their positions, move the log for the other side too. So that this never ends up as a busy loop, the
 * pause between messages grows from {@value #FAST_MILLIS} ms to {@value #SLOW_MILLIS} ms while nothing else is written, and
 * falls back at once when something is.
 */
public final class Heartbeats implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
    private static final long FAST_MILLIS = 20;
    private static final long SLOW_MILLIS = 5_000;
    private static final long RETRY_MILLIS = 500;
    /** Transactions between two messages that may all be appliers storing how far they are. */
    private static final long APPLIERS = 2;

    private final List<Pulse> pulses;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    public Heartbeats(List<Capture> captures) {
        this.pulses = captures.stream().map(Pulse::new).toList();
        this.thread = new Thread(this::run, "rentwave-heartbeats");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = FAST_MILLIS;
        long sinceBeat = 0;
        try {
            while (!closing.await(FAST_MILLIS, TimeUnit.MILLISECONDS)) {
                sinceBeat += FAST_MILLIS;
                boolean busy = false;
                boolean moved = false;
                for (Pulse pulse : pulses) {
                    busy |= pulse.look();
                    moved |= pulse.hasMoved();
                }
                if (busy) {
                    pause = FAST_MILLIS;
                }
                if (moved && sinceBeat >= pause) {
                    beat();
                    sinceBeat = 0;
                    pause = Math.min(pause * 2, SLOW_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pulses.forEach(Pulse::disconnect);
        }
    }

    private void beat() {
        pulses.forEach(Pulse::beat);
    }

    /** One database's log, and the last message in it. */
    private static final class Pulse {

        private static final String LOOK =
                "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn, pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
        private static final String BEAT =
                "SELECT pg_logical_emit_message(false, '" + Publisher.HEARTBEAT + "', '', true) - '0/0'::pg_lsn";

        private final Capture capture;
        private Connection connection;
        private long retryAt;
        private long end = -1;
        private long now;
        private long transactions;
        private long changes;

        private Pulse(Capture capture) {
            this.capture = capture;
        }

        /** Looks how far the log is. @return true when somebody other than appliers has written */
        private boolean look() {
            if (!isStreaming() || !connected()) {
                return false;
            }
            try (PreparedStatement statement = connection.prepareStatement(LOOK);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                long next = rows.getLong(2);
                long records = capture.changeRecords();
                boolean busy = next - transactions > APPLIERS || records != changes;
                now = rows.getLong(1);
                transactions = next;
                changes = records;
                return busy;
            } catch (SQLException e) {
                failed(e);
                return false;
            }
        }

        private boolean isStreaming() {
            return capture.status().state() == CaptureStatus.State.STREAMING;
        }

        private boolean hasMoved() {
            return connection != null && isStreaming() && now != end;
        }

        private void beat() {
            if (!hasMoved()) {
                return;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(BEAT)) {
                rows.next();
                end = rows.getLong(1);
            } catch (SQLException e) {
                failed(e);
            }
        }

        private boolean connected() {
            if (connection == null && System.nanoTime() >= retryAt) {
                try {
                    connection = capture.settings().database().connect();
                    LOG.info("{}: heartbeats start", capture.settings().slot());
                } catch (SQLException e) {
                    failed(e);
                }
            }
            return connection != null;
        }

        private void failed(SQLException e) {
            LOG.info("{}: no heartbeats for now ({})", capture.settings().slot(), e.getMessage());
            disconnect();
            retryAt = System.nanoTime() + Duration.ofMillis(RETRY_MILLIS).toNanos();
        }

        private void disconnect() {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    LOG.debug("closing", e);
                }
                connection = null;
            }
        }
    }
}
