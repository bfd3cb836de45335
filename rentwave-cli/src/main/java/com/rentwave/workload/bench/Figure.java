package com.rentwave.workload.bench;

import java.util.List;

/**
 * One figure of one subject, measured several times.
 *
 * @param subject what was measured
 * @param metric which of its figures
 * @param unit of the values
 * @param runs a value for each repeat
 */
public record Figure(String subject, String metric, String unit, List<Double> runs) {

    public Figure {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a value: " + subject + ", " + metric);
        }
        runs = List.copyOf(runs);
    }

    /** The value in the middle; of an even number of values the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
