package com.rentwave.facade.cutover;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that write new rows all the time, to whoever takes them. A refused write is sent again, to the other side, as
 * the facade does it; a row counts as acknowledged once its commit was.
 */
final class Writers implements AutoCloseable {

    private static final String REFUSED = "RW001";

    private final TwoSides sides;
    private final AtomicLong ids;
    private final Set<Long> acknowledged = new ConcurrentSkipListSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;
    private volatile SQLException failure;

    Writers(TwoSides sides, int count, long firstId) {
        this.sides = sides;
        this.ids = new AtomicLong(firstId);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::write, "writer-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void write() {
        try (Connection legacy = sides.owner(Side.LEGACY).getConnection();
                Connection service = sides.owner(Side.SERVICE).getConnection();
                PreparedStatement toLegacy = legacy.prepareStatement(TwoSides.insert(Side.LEGACY));
                PreparedStatement toService = service.prepareStatement(TwoSides.insert(Side.SERVICE))) {
            PreparedStatement believed = toLegacy;
            long id = ids.incrementAndGet();
            while (!closed) {
                if (insert(believed, id)) {
                    acknowledged.add(id);
                    id = ids.incrementAndGet();
                } else {
                    believed = believed == toLegacy ? toService : toLegacy;
                }
                Thread.sleep(5);
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean insert(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        statement.setString(2, "row");
        try {
            statement.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (REFUSED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** The rows that were acknowledged so far. */
    Set<Long> acknowledged() {
        return new TreeSet<>(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure != null) {
            throw new IllegalStateException("a write failed", failure);
        }
    }
}
