package com.rentwave.cdc.platform;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * Writers of vehicles in the legacy database: single rows, rows that share one log position (multi-row INSERT and COPY),
 * transactions of several statements, large ones, rolled back ones, many of them with events in the outbox. It goes on
 * when PostgreSQL goes away for a while.
 */
public final class Load implements AutoCloseable {

    private static final long IDS = 1_000_000;
    private static final long PACE_NANOS = 8_000_000;

    private final TestPostgres postgres;
    private final List<Thread> writers = new ArrayList<>();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private volatile boolean stopping;

    public Load(TestPostgres postgres, int writers) {
        this.postgres = postgres;
        for (int i = 0; i < writers; i++) {
            int number = i + 1;
            Thread writer = new Thread(() -> write(number), "writer-" + number);
            this.writers.add(writer);
            writer.start();
        }
    }

    public long commits() {
        return commits.get();
    }

    private void write(int number) {
        Random random = new Random(number);
        long next = number * IDS + 1;
        while (!stopping) {
            try (Connection connection = postgres.app(Side.LEGACY).getConnection()) {
                connection.setAutoCommit(false);
                while (!stopping) {
                    next = transaction(connection, number * IDS + 1, next, random);
                    commits.incrementAndGet();
                    LockSupport.parkNanos(PACE_NANOS);
                }
            } catch (SQLException e) {
                // PostgreSQL is away; whether the last transaction was committed only the table knows.
                next += 20_000;
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long transaction(Connection connection, long first, long next, Random random) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long after = next;
            switch (random.nextInt(8)) {
                case 0 -> {
                    after = next + 2 * (2 + random.nextInt(30));
                    statement.execute(Vehicles.insertLegacyRange(next, after - 2, "Multi"));
                }
                case 1 -> {
                    after = next + 2 * (1 + random.nextInt(40));
                    copy(connection, next, after);
                }
                case 2 -> {
                    for (int i = 0; i < 4; i++, after += 2) {
                        statement.execute(Vehicles.insertLegacy(after));
                    }
                    statement.execute(
                            "UPDATE t_veh SET ver_no = ver_no + 1 WHERE veh_id BETWEEN " + next + " AND " + after);
                    statement.execute("DELETE FROM t_veh WHERE veh_id = " + next);
                }
                case 3 ->
                    statement.execute(
                            "UPDATE t_veh SET ver_no = ver_no + 1, mdl_nm = 'U' || ver_no WHERE veh_id BETWEEN " + first
                                    + " AND " + (first + 2L * random.nextInt(20)));
                case 4 -> statement.execute("DELETE FROM t_veh WHERE veh_id = " + (first + 2L * random.nextInt(200)));
                case 5 -> {
                    statement.execute(Vehicles.insertLegacyRange(next, next + 20, "Gone"));
                    statement.execute(EventReader.insertLegacy("gone", "rolled-back", next));
                    connection.rollback();
                }
                case 6 -> {
                    after = next + 2 * (random.nextInt(15) == 0 ? 1_300 : 1);
                    statement.execute(Vehicles.insertLegacyRange(next, after - 2, "Large"));
                }
                default -> {
                    statement.execute(Vehicles.insertLegacy(next));
                    statement.execute("INSERT INTO t_veh_idem VALUES (7, 'k" + next
                            + "', 'h', 201, '{}', '\"0-a\"', '/x', now())");
                    after = next + 2;
                }
            }
            for (int n = random.nextInt(4); n > 0; n--) {
                statement.execute(EventReader.insertLegacyNow("writer", "" + first, events.incrementAndGet()));
            }
            connection.commit();
            return after;
        }
    }

    private static void copy(Connection connection, long from, long to) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (long id = from; id < to; id += 2) {
            rows.append(id)
                    .append(
                            ",7,Skoda,Copy,2021,WG,5,640,M,DI,F,a=1,4500,2000,EUR,1,30,Y,0,2026-11-20 09:00:00,2026-11-20 09:00:00\n");
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY t_veh FROM STDIN (FORMAT csv)", new java.io.StringReader(rows.toString()));
        } catch (java.io.IOException e) {
            throw new SQLException(e);
        }
    }

    /** Stops after the transactions in hand. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }
}
