package com.rentwave.workload.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures while they are being collected, in the order in which they were first seen. */
final class Figures {

    private final Map<List<String>, List<Double>> runs = new LinkedHashMap<>();

    void add(String subject, String metric, String unit, double value) {
        runs.computeIfAbsent(List.of(subject, metric, unit), key -> new ArrayList<>())
                .add(value);
    }

    List<Figure> all() {
        return runs.entrySet().stream()
                .map(entry -> new Figure(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .toList();
    }
}
