package com.rentwave.cdc.platform;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Several {@linkplain VehicleWriter writers} of vehicles in the legacy database, each of them with a transaction every few
 * milliseconds. It goes on when PostgreSQL goes away for a while.
 */
public final class Load implements AutoCloseable {

    private static final long PACE_MILLIS = 8;
    private static final long IDS_LEFT_OUT = 20_000;

    private final TestPostgres postgres;
    private final ScheduledExecutorService threads;
    private final List<Session> sessions = new ArrayList<>();
    private final AtomicLong commits = new AtomicLong();

    public Load(TestPostgres postgres, int writers) {
        this.postgres = postgres;
        this.threads = Executors.newScheduledThreadPool(writers);
        AtomicLong events = new AtomicLong();
        for (int number = 1; number <= writers; number++) {
            Session session = new Session(new VehicleWriter(number, events));
            sessions.add(session);
            threads.scheduleWithFixedDelay(session, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public long commits() {
        return commits.get();
    }

    /** Stops after the transactions in hand. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a writer does not come to an end");
        }
        sessions.forEach(Session::disconnect);
    }

    /** A writer with its connection. */
    private final class Session implements Runnable {

        private final VehicleWriter writer;
        private Connection connection;

        Session(VehicleWriter writer) {
            this.writer = writer;
        }

        @Override
        public void run() {
            try {
                connect();
            } catch (SQLException e) {
                // PostgreSQL is still away.
                return;
            }
            try {
                writer.transaction(connection);
                commits.incrementAndGet();
            } catch (SQLException e) {
                // PostgreSQL is away; whether this transaction was committed only the table knows.
                writer.leaveOut(IDS_LEFT_OUT);
                disconnect();
            }
        }

        private void connect() throws SQLException {
            if (connection == null) {
                connection = postgres.app(Side.LEGACY).getConnection();
                connection.setAutoCommit(false);
            }
        }

        void disconnect() {
            try (Connection last = connection) {
                connection = null;
            } catch (SQLException alreadyGone) {
                // Nothing is left to end.
            }
        }
    }
}
