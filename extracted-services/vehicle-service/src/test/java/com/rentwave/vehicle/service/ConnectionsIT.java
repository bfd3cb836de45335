package com.rentwave.vehicle.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.service.store.FairDataSource;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections are had in turn, and every one that was given back can be had again. */
class ConnectionsIT {

    private static final int ALL = 2;
    private static final int WAITING = 5;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Deque<Connection> taken = new ArrayDeque<>();
    private HikariDataSource pool;
    private DataSource connections;

    @AfterEach
    void close() {
        pool.close();
    }

    private void takeAll(Duration patience) throws SQLException {
        pool = new HikariDataSource();
        pool.setJdbcUrl(TestService.database().url());
        pool.setUsername("rentwave_vehicles");
        pool.setMaximumPoolSize(ALL);
        pool.setConnectionTimeout(patience.toMillis());
        connections = new FairDataSource(pool);
        for (int i = 0; i < ALL; i++) {
            taken.push(connections.getConnection());
        }
    }

    @Test
    void areHadInTheOrderTheyWereAskedForIn() throws Exception {
        takeAll(LONG);
        BlockingQueue<Integer> served = new LinkedBlockingQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            int place = i;
            Thread thread = new Thread(() -> serve(place, served), "asks-" + i);
            threads.add(thread);
            thread.start();
            await("its turn")
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }

        taken.pop().close();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(served).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void areNotMoreBecauseOneWasClosedTwiceOrAskedForInVain() throws SQLException {
        takeAll(SHORT);
        Connection twice = taken.pop();
        twice.close();
        twice.close();
        taken.push(connections.getConnection());

        assertThatThrownBy(connections::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        taken.pop().close();
        taken.push(connections.getConnection());
        assertThatThrownBy(connections::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    }

    private void serve(int place, BlockingQueue<Integer> served) {
        try (Connection connection = connections.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            served.add(place);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
