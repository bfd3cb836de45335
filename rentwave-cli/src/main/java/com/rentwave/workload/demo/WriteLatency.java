package com.rentwave.workload.demo;

import com.rentwave.workload.history.Action;
import com.rentwave.workload.history.Operation;
import java.util.List;

/** How long the clients waited for the answers to their writes of vehicles, in milliseconds. */
public record WriteLatency(long writes, long p50Ms, long p99Ms, long maxMs) {

    static WriteLatency of(List<Operation> operations) {
        long[] millis = operations.stream()
                .filter(operation -> isWrite(operation.action()))
                .mapToLong(operation -> (operation.endNanos() - operation.startNanos()) / 1_000_000)
                .sorted()
                .toArray();
        return new WriteLatency(millis.length, at(millis, 0.5), at(millis, 0.99), at(millis, 1));
    }

    private static boolean isWrite(Action action) {
        return action instanceof Action.CreateVehicle
                || action instanceof Action.ChangeVehicle
                || action instanceof Action.DeleteVehicle;
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
