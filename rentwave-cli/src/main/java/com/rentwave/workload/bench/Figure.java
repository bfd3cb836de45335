package com.rentwave.workload.bench;

import java.util.List;
import java.util.stream.IntStream;

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
        return median(runs);
    }

    /** How many times the other it is: repeat by repeat where both have as many, and of these the one in the middle. */
    double over(Figure other) {
        if (runs.size() != other.runs.size()) {
            return median() / other.median();
        }
        return median(IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i) / other.runs.get(i))
                .toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
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
