package com.rentwave.workload.demo;

import com.rentwave.workload.history.Operation;
import java.time.Duration;
import java.util.List;

/**
 * How long the clients waited for the answers to their writes while the load was on.
 *
 * @param writes answered writes of every kind: vehicles, rentals, returns, top-ups
 * @param perSecond how many of them in a second, over the whole load
 */
public record WriteLatency(long writes, long perSecond, long p50Ms, long p99Ms, long maxMs) {

    /** @param startNanos when the load began; what the clients wrote to prepare themselves does not count */
    static WriteLatency of(List<Operation> operations, long startNanos, Duration load) {
        long[] millis = operations.stream()
                .filter(operation -> operation.startNanos() >= startNanos)
                .filter(operation -> operation.action().isWrite())
                .mapToLong(operation -> (operation.endNanos() - operation.startNanos()) / 1_000_000)
                .sorted()
                .toArray();
        return new WriteLatency(
                millis.length,
                millis.length / Math.max(1, load.toSeconds()),
                at(millis, 0.5),
                at(millis, 0.99),
                at(millis, 1));
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
