package com.rentwave.service.store;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool whose connections are had in the order they were asked for, by those who sleep until it is their turn. Left to
 * itself, whoever gives a connection back to a pool that others wait for offers it again and again until one of them has
 * woken up, and on a machine without an idle core keeps them from waking up.
 */
public final class FairDataSource extends DelegatingDataSource {

    private final Semaphore turns;
    private final long longestMillis;

    /** @param pool of which nobody else takes connections */
    public FairDataSource(HikariDataSource pool) {
        super(pool);
        turns = new Semaphore(pool.getMaximumPoolSize(), true);
        longestMillis = pool.getConnectionTimeout();
    }

    /** @throws SQLTransientConnectionException when no connection could be had within the pool's connection-timeout */
    @Override
    public Connection getConnection() throws SQLException {
        takeTurn();
        Connection connection = null;
        try {
            connection = super.getConnection();
            return givingTurnBack(connection);
        } finally {
            if (connection == null) {
                turns.release();
            }
        }
    }

    private void takeTurn() throws SQLException {
        try {
            if (!turns.tryAcquire(longestMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("all connections were in use for " + longestMillis + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        }
    }

    private Connection givingTurnBack(Connection connection) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean closes = method.getName().equals("close") && closed.compareAndSet(false, true);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (closes) {
                            turns.release();
                        }
                    }
                });
    }
}
