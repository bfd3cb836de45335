package com.rentwave.cdc.capture;

import com.rentwave.sync.Lsn;
import com.rentwave.sync.thread.RepeatingThread;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes events from the outboxes once they are in Kafka and have been kept for a while. Only rows are deleted that were
 * committed before a place in the log which the capture has published.
 */
public final class OutboxCleaner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxCleaner.class);
    private static final int ROWS_AT_A_TIME = 5_000;
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);

    private final List<Capture> captures;
    private final Duration keep;
    private final RepeatingThread thread = RepeatingThread.every(PAUSE, "rentwave-outbox-cleaner", this::cleanAll);

    /** @param keep how long a published event stays in its outbox */
    public OutboxCleaner(List<Capture> captures, Duration keep) {
        this.captures = List.copyOf(captures);
        this.keep = keep;
    }

    public void start() {
        thread.startWithPause();
    }

    @Override
    public void close() {
        thread.stop();
        thread.finish(TIME_TO_END);
    }

    private void cleanAll() throws InterruptedException {
        for (Capture capture : captures) {
            clean(capture);
        }
    }

    /**
     * Deletes what may go from one outbox.
     *
     * @return how many events were deleted
     */
    int clean(Capture capture) throws InterruptedException {
        int deleted = 0;
        if (capture.status().state() != CaptureStatus.State.STREAMING) {
            return deleted;
        }
        try (Connection connection = capture.settings().database().connect()) {
            List<String> old = old(connection, capture.settings().outbox());
            while (!old.isEmpty() && awaitPublished(capture, end(connection))) {
                deleted += delete(connection, capture.settings().outbox(), old);
                old = old(connection, capture.settings().outbox());
            }
        } catch (SQLException e) {
            LOG.info("{}: the outbox is cleaned later ({})", capture.settings().slot(), e.getMessage());
        }
        if (deleted > 0) {
            LOG.info("{}: {} events deleted from the outbox", capture.settings().slot(), deleted);
        }
        return deleted;
    }

    private List<String> old(Connection connection, OutboxTable table) throws SQLException {
        String query = "SELECT %s::text FROM %s WHERE %s < %s - ? * interval '1 second' ORDER BY %s LIMIT %d"
                .formatted(table.id(), table.name(), table.time(), table.now(), table.time(), ROWS_AT_A_TIME);
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, keep.toSeconds());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** A place in the log behind the commits of everything that was seen before; marked, so that it is published soon. */
    private static Lsn end(Connection connection) throws SQLException {
        String mark = "SELECT pg_logical_emit_message(false, 'rentwave.heartbeat', '', true)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(mark)) {
            row.next();
            return Lsn.parse(row.getString(1));
        }
    }

    private boolean awaitPublished(Capture capture, Lsn place) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Lsn published = capture.status().publishedLsn();
            if (published != null && published.isAtLeast(place)) {
                return true;
            }
            Thread.sleep(POLL.toMillis());
        }
        return false;
    }

    private static int delete(Connection connection, OutboxTable table, List<String> ids) throws SQLException {
        String delete = "DELETE FROM %s WHERE %s = ANY (?::uuid[])".formatted(table.name(), table.id());
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            Array array = connection.createArrayOf("text", ids.toArray());
            statement.setArray(1, array);
            return statement.executeUpdate();
        }
    }
}
