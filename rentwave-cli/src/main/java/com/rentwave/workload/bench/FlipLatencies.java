package com.rentwave.workload.bench;

import com.rentwave.workload.history.Operation;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What clients felt of flips. The facade tells how many requests a flip held, not which: they are taken to be the slowest
 * writes that were under way during the move, which is never too good. What a held write took more is counted from the
 * median of the writes outside of all moves.
 *
 * @param held how much longer held writes took
 * @param readsDuring reads that were under way while an API moved
 * @param readsApart all other reads
 * @param writesApart writes while nothing moved
 */
record FlipLatencies(Quantiles held, Quantiles readsDuring, Quantiles readsApart, Quantiles writesApart) {

    /**
     * A move, on the clients' clock.
     *
     * @param held how many requests it held
     */
    record Window(long beginNanos, long endNanos, long held) {

        boolean meets(Operation operation) {
            return operation.startNanos() <= endNanos && operation.endNanos() >= beginNanos;
        }
    }

    static FlipLatencies of(List<Operation> operations, List<Window> moves) {
        List<Operation> writes = operations.stream()
                .filter(operation -> operation.action().isWrite())
                .toList();
        List<Operation> reads = operations.stream()
                .filter(operation -> !operation.action().isWrite())
                .toList();
        Quantiles writesApart = quantiles(writes.stream().filter(operation -> !meetsAny(operation, moves)));
        double usual = writesApart.at(0.5);
        DoubleStream held = moves.stream()
                .flatMapToDouble(move -> slowest(writes, move).map(millis -> Math.max(0, millis - usual)));
        return new FlipLatencies(
                Quantiles.of(held.toArray()),
                quantiles(reads.stream().filter(operation -> meetsAny(operation, moves))),
                quantiles(reads.stream().filter(operation -> !meetsAny(operation, moves))),
                writesApart);
    }

    private static DoubleStream slowest(List<Operation> writes, Window move) {
        double[] sorted = writes.stream()
                .filter(move::meets)
                .mapToDouble(FlipLatencies::millis)
                .sorted()
                .toArray();
        return DoubleStream.of(sorted).skip(Math.max(0, sorted.length - move.held()));
    }

    private static boolean meetsAny(Operation operation, List<Window> moves) {
        return moves.stream().anyMatch(move -> move.meets(operation));
    }

    private static Quantiles quantiles(Stream<Operation> operations) {
        return Quantiles.of(operations.mapToDouble(FlipLatencies::millis).toArray());
    }

    private static double millis(Operation operation) {
        return (operation.endNanos() - operation.startNanos()) / 1e6;
    }
}
