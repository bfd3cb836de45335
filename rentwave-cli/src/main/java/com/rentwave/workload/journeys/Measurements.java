package com.rentwave.workload.journeys;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one user's requests took and how they ended. */
final class Measurements {

    private static final int EXAMPLES = 5;

    /** One request. */
    private record Taken(long nanos, Outcome outcome) {}

    private final Map<Kind, List<Taken>> taken = new EnumMap<>(Kind.class);
    private final List<String> errors = new ArrayList<>();

    synchronized void add(Kind kind, long nanos, Outcome outcome) {
        taken.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Taken(nanos, outcome));
    }

    synchronized void error(Kind kind, long nanos, String description) {
        add(kind, nanos, Outcome.ERROR);
        if (errors.size() < EXAMPLES) {
            errors.add(kind.text + ": " + description);
        }
    }

    synchronized void addAll(Measurements other) {
        other.taken.forEach((kind, list) ->
                taken.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(list));
        other.errors.stream().limit(Math.max(0, 4 * EXAMPLES - errors.size())).forEach(errors::add);
    }

    synchronized long requests() {
        return taken.values().stream().mapToLong(List::size).sum();
    }

    /** Some errors in words. */
    synchronized List<String> examples() {
        return List.copyOf(errors);
    }

    /** A line for each kind that happened. */
    synchronized List<KindReport> report() {
        return taken.entrySet().stream()
                .map(entry -> report(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static KindReport report(Kind kind, List<Taken> list) {
        long[] nanos = list.stream().mapToLong(Taken::nanos).sorted().toArray();
        return new KindReport(
                kind.text,
                list.size(),
                list.stream().filter(one -> one.outcome() == Outcome.REFUSED).count(),
                list.stream().filter(one -> one.outcome() == Outcome.ERROR).count(),
                millis(nanos, 0.5),
                millis(nanos, 0.99),
                millis(nanos, 1));
    }

    private static double millis(long[] sorted, double share) {
        long nanos = sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
        return nanos / 10_000 / 100.0;
    }
}
