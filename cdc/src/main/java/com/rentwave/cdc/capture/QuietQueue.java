package com.rentwave.cdc.capture;

import io.debezium.connector.base.QueueProvider;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * Debezium's queue in memory, without its busy loop. Debezium waits for records in whole milliseconds and, in the last
 * millisecond of each poll, asks for the queue's size as fast as it can; with the short polls that a low latency needs,
 * two idle engines take half a core. So a reader that asks again and again is slowed down here a little.
 *
 * <p>Debezium calls all methods under one lock. Public, because Debezium finds it as a service.
 */
public final class QuietQueue implements QueueProvider<Object> {

    static final String NAME = "rentwave";

    private static final long BUSY_NANOS = 100_000;
    private static final long REST_NANOS = 200_000;
    private static final int PATIENCE = 3;

    private final Queue<Object> records = new ArrayDeque<>();
    private long lastAsked;
    private int askedInARow;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void configure(Map<String, ?> configuration) {
        // Debezium itself keeps the size within its limit.
    }

    @Override
    public void enqueue(Object record) {
        records.add(record);
        askedInARow = 0;
    }

    @Override
    public Object poll() {
        return records.poll();
    }

    @Override
    public int size() {
        if (records.isEmpty()) {
            restWhenBusy();
        }
        return records.size();
    }

    private void restWhenBusy() {
        long now = System.nanoTime();
        askedInARow = now - lastAsked < BUSY_NANOS ? askedInARow + 1 : 0;
        if (askedInARow > PATIENCE) {
            LockSupport.parkNanos(REST_NANOS);
            now = System.nanoTime();
        }
        lastAsked = now;
    }
}
