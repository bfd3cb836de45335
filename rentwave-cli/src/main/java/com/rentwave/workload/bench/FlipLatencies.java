package com.rentwave.workload.bench;

import com.rentwave.workload.history.Operation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What clients felt of flips. A full machine makes everybody wait, with flips and without: hence both are told, of each
 * segment of the run.
 *
 * @param readsWithout of each segment without flips
 * @param readsWith of each segment with flips
 * @param writesWithout of each segment without flips
 * @param writesWith of each segment with flips
 * @param added what writes of vehicles took more than the median of those in segments without flips, when a hold was closed
 *     while they were under way; more of them than were held, because some are answered by then
 */
record FlipLatencies(
        List<Quantiles> readsWithout,
        List<Quantiles> readsWith,
        List<Quantiles> writesWithout,
        List<Quantiles> writesWith,
        Quantiles added) {

    /** @param holds from the first refusal of a flip until its last held request was sent on */
    static FlipLatencies of(List<Operation> operations, Segments segments, List<Span> holds) {
        Predicate<Operation> write = operation -> operation.action().isWrite();
        return new FlipLatencies(
                each(operations, segments.without(), write.negate()),
                each(operations, segments.with(), write.negate()),
                each(operations, segments.without(), write),
                each(operations, segments.with(), write),
                added(operations, segments, holds));
    }

    private static List<Quantiles> each(List<Operation> operations, List<Span> spans, Predicate<Operation> which) {
        return spans.stream()
                .map(span -> quantiles(
                        operations.stream().filter(which).filter(operation -> span.holds(operation.startNanos()))))
                .toList();
    }

    private static Quantiles added(List<Operation> operations, Segments segments, List<Span> holds) {
        List<Operation> writes = operations.stream()
                .filter(operation -> operation.action().writesVehicle())
                .toList();
        double usual = quantiles(writes.stream().filter(operation -> segments.without().stream()
                        .anyMatch(span -> span.holds(operation.startNanos()))))
                .at(0.5);
        return Quantiles.of(writes.stream()
                .filter(operation -> holds.stream().anyMatch(hold -> isUnderWay(operation, hold)))
                .mapToDouble(operation -> Math.max(0, millis(operation) - usual))
                .toArray());
    }

    private static boolean isUnderWay(Operation operation, Span hold) {
        return operation.startNanos() <= hold.endNanos() && operation.endNanos() >= hold.beginNanos();
    }

    private static Quantiles quantiles(Stream<Operation> operations) {
        return Quantiles.of(operations.mapToDouble(FlipLatencies::millis).toArray());
    }

    private static double millis(Operation operation) {
        return (operation.endNanos() - operation.startNanos()) / 1e6;
    }
}
