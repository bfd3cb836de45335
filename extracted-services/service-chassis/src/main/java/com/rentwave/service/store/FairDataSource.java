package com.rentwave.service.store;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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

    /**
     * @param pool of which nobody else takes connections
     * @throws IllegalArgumentException when its maximum-pool-size is not set
     */
    public FairDataSource(HikariDataSource pool) {
        super(pool);
        if (pool.getMaximumPoolSize() < 1) {
            throw new IllegalArgumentException("the pool " + pool.getPoolName() + " needs a maximum-pool-size");
        }
        turns = new Semaphore(pool.getMaximumPoolSize(), true);
        longestMillis = pool.getConnectionTimeout();
    }

    /**
     * Waits for its turn, and then, where the pool has to make a connection first, for that.
     *
     * @throws SQLTransientConnectionException when either took as long as the pool's connection-timeout
     */
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
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "close" -> close(connection, closed);
                    default -> invoke(connection, method, arguments);
                });
    }

    private Object close(Connection connection, AtomicBoolean closed) throws SQLException {
        boolean first = closed.compareAndSet(false, true);
        try {
            connection.close();
            return null;
        } finally {
            if (first) {
                turns.release();
            }
        }
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
