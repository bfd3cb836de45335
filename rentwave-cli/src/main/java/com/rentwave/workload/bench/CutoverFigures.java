package com.rentwave.workload.bench;

import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The figures of flips while they are being collected. A figure that tells segments apart has a value for each segment, so
 * that its spread is seen; every other one has a value for each repeat.
 */
final class CutoverFigures {

    private static final String WITHOUT = " without flips";
    private static final String WITH = " with flips";
    private static final String RATE = "rate";
    private static final double NEARLY_ALL = 0.95;

    private final Figures figures = new Figures();

    void outcome(DemoReport report) {
        figures.add("flips", "number", "in all", report.flips().size());
        figures.add("errors", "number", "in all", report.errors());
        figures.add("anomalies", "number", "in all", anomalies(report));
    }

    private static long anomalies(DemoReport report) {
        return report.verdict().findings().size()
                - report.verdict().errors()
                + report.differences().size();
    }

    /** How long all of them took, and held whom. */
    void flips(List<Flip> flips, List<FlipEvidence> evidence) {
        Quantiles holds = quantiles(evidence.stream().flatMap(flip -> flip.holds().stream()), Long::doubleValue);
        figures.add("writes held", "number", "in all", holds.count());
        add("hold of a held write, at the facade", holds);
        duration("flip", quantiles(flips.stream(), Flip::durationMs));
        evidence.stream()
                .flatMap(flip -> flip.parts().keySet().stream())
                .distinct()
                .forEach(part -> duration(
                        part,
                        quantiles(evidence.stream().filter(flip -> flip.parts().containsKey(part)), flip -> flip.parts()
                                .get(part))));
    }

    void rates(List<Operation> operations, Segments segments) {
        segments.without().forEach(span -> rate("requests" + WITHOUT, operations, span));
        segments.with().forEach(span -> rate("requests" + WITH, operations, span));
    }

    private void rate(String subject, List<Operation> operations, Span span) {
        long answered = operations.stream()
                .filter(operation -> span.holds(operation.endNanos()))
                .count();
        figures.add(subject, RATE, "per second", answered / span.seconds());
    }

    void felt(FlipLatencies felt) {
        add("added to a write, at the clients", felt.added());
        segments("reads" + WITHOUT, felt.readsWithout());
        segments("reads" + WITH, felt.readsWith());
        segments("writes" + WITHOUT, felt.writesWithout());
        segments("writes" + WITH, felt.writesWith());
    }

    private void segments(String subject, List<Quantiles> each) {
        each.stream().filter(times -> times.count() > 0).forEach(times -> {
            figures.add(subject, "p50", "ms", times.at(0.5));
            figures.add(subject, "p99", "ms", times.at(0.99));
        });
    }

    private void add(String subject, Quantiles times) {
        if (times.count() > 0) {
            figures.add(subject, "p50", "ms", times.at(0.5));
            figures.add(subject, "p99", "ms", times.at(0.99));
            figures.add(subject, "max", "ms", times.most());
        }
    }

    private void duration(String subject, Quantiles times) {
        figures.add(subject, "median duration", "ms", times.at(0.5));
        figures.add(subject, "longest duration", "ms", times.most());
    }

    private static <T> Quantiles quantiles(Stream<T> all, ToDoubleFunction<T> millis) {
        return Quantiles.of(all.mapToDouble(millis).toArray());
    }

    List<Figure> all() {
        return figures.all();
    }

    List<BenchReport.Ratio> ratios() {
        return noises().stream()
                .filter(noise -> noise.without().median() > 0)
                .map(noise -> new BenchReport.Ratio(
                        noise.with().subject(),
                        noise.without().subject(),
                        noise.with().metric(),
                        noise.with().median() / noise.without().median()))
                .toList();
    }

    private List<Noise> noises() {
        List<Noise> noises = new ArrayList<>();
        for (String what : List.of("reads", "writes")) {
            for (String metric : List.of("p50", "p99")) {
                named(what + WITHOUT, metric).forEach(without -> named(what + WITH, metric)
                        .forEach(with -> noises.add(new Noise(without, with))));
            }
        }
        return noises;
    }

    private List<Figure> named(String subject, String metric) {
        return all().stream()
                .filter(figure ->
                        figure.subject().equals(subject) && figure.metric().equals(metric))
                .toList();
    }

    /** @param asked requests a second */
    List<String> remarks(int asked) {
        List<String> remarks = new ArrayList<>();
        noises().forEach(noise -> remarks.add(noise.sentence()));
        named("requests" + WITHOUT, RATE).stream()
                .filter(answered -> answered.median() < NEARLY_ALL * asked)
                .forEach(answered -> remarks.add(String.format(
                        Locale.ROOT,
                        "The machine was full: %.0f of %d requests a second were answered while nothing moved. What clients"
                                + " felt then is the wait for the machine before all else; ask for fewer --writes and --reads.",
                        answered.median(),
                        asked)));
        remarks.add(
                "A hold begins when a write is first refused and ends when it is sent to the owner who takes it; each"
                        + " held write of each flip is counted. Added to a write is what one of vehicles took beyond the median of those"
                        + " without flips, when a hold was closed while it was under way.");
        return remarks;
    }
}
