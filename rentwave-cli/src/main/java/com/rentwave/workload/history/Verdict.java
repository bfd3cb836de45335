package com.rentwave.workload.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The judgement over a history.
 *
 * @param requests operations in the history
 * @param unavailable answers "not available" while a part of the platform was dead; no anomaly
 * @param findings every anomaly found
 */
public record Verdict(long requests, long unavailable, List<Finding> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean clean() {
        return findings.isEmpty();
    }

    public long count(Anomaly anomaly) {
        return findings.stream().filter(f -> f.anomaly() == anomaly).count();
    }

    public long errors() {
        return count(Anomaly.ERROR);
    }

    public long lost() {
        return count(Anomaly.LOST);
    }

    public long doubled() {
        return count(Anomaly.DOUBLED);
    }

    public long staleOwnReads() {
        return count(Anomaly.STALE_OWN_READ);
    }

    public long nonMonotonicReads() {
        return count(Anomaly.NON_MONOTONIC_READ);
    }

    /** At most {@code perAnomaly} sentences of each kind. */
    public List<String> examples(int perAnomaly) {
        Map<Anomaly, List<Finding>> byAnomaly = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::anomaly, () -> new EnumMap<>(Anomaly.class), Collectors.toList()));
        return byAnomaly.values().stream()
                .flatMap(list -> list.stream().limit(perAnomaly))
                .map(f -> f.anomaly() + ": " + f.client() + " " + f.sentence())
                .toList();
    }
}
