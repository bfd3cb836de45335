package com.rentwave.workload.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.platform.Platform;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.rows.ImportProgress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Flips of vehicles between READS and OWNED under a load, in rows, with times between them in which nothing moves: what went
 * wrong, how long the facade held each write, and what the clients felt with flips and without.
 */
public final class CutoverBench implements Bench {

    private static final int VEHICLES = 2_000;
    private static final int CLIENTS = 40;

    /** Odd, so that the API rests at either owner in turn. */
    private static final int FLIPS_IN_A_ROW = 5;

    private final Supplier<Platform> running;
    private final Settings settings;
    private final Clock clock = Clock.systemUTC();

    /**
     * What to measure.
     *
     * @param repeats how often all of it
     * @param flips how often the ownership goes to the service and comes back in a repeat
     * @param seconds how long nothing moves under the load in a repeat
     * @param warmUp for how many seconds the load is on, at either owner in turn, before anything is measured: the parts
     *     compile what is used, and for minutes that takes a good part of a small machine
     */
    public record Settings(int repeats, int flips, int seconds, int warmUp, int writesPerSecond, int readsPerSecond) {}

    /** @param running the platform, started when it is needed */
    public CutoverBench(Supplier<Platform> running, Settings settings) {
        this.running = running;
        this.settings = settings;
    }

    /** Remembers when nothing moved. */
    private static final class Rests implements DemoListener {

        private final Consumer<String> told;
        private final List<Span> rests = new ArrayList<>();

        private Rests(Consumer<String> told) {
            this.told = told;
        }

        @Override
        public void tell(String sentence) {
            told.accept(sentence);
        }

        @Override
        public void flipped(Flip flip) {
            told.accept(flip.from() + " → " + flip.to() + " in " + flip.durationMs() + " ms; " + flip.held()
                    + " held, the longest for " + flip.longestHoldMs() + " ms");
        }

        @Override
        public void rested(long beginNanos, long endNanos) {
            rests.add(new Span(beginNanos, endNanos));
        }

        @Override
        public ImportProgress importing() {
            return ImportProgress.NONE;
        }
    }

    @Override
    public BenchReport run(Consumer<String> told) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        Platform platform = running.get();
        CutoverFigures figures = new CutoverFigures();
        List<String> problems = new ArrayList<>();
        if (settings.warmUp() > 0) {
            told.accept("Everybody warms up for " + settings.warmUp() + " s.");
            Rests ignored = new Rests(told);
            problems.addAll(
                    demo(platform, ignored, 1, 1, settings.warmUp()).run().examples());
        }
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            told.accept("Repeat " + repeat + " of " + settings.repeats());
            measure(platform, told, figures, problems);
        }
        String asked = String.format(
                Locale.ROOT,
                "%d × %d flips at %d writes and %d reads a second, %d s after the load began",
                settings.repeats(),
                2 * settings.flips(),
                settings.writesPerSecond(),
                settings.readsPerSecond(),
                settings.warmUp());
        return new BenchReport(
                "cutover",
                clock.instant(),
                machine,
                asked,
                figures.all(),
                figures.ratios(),
                figures.remarks(settings.writesPerSecond() + settings.readsPerSecond()),
                problems);
    }

    private void measure(Platform platform, Consumer<String> told, CutoverFigures figures, List<String> problems)
            throws IOException, InterruptedException {
        Rests listener = new Rests(told);
        Demo demo = demo(platform, listener, settings.flips(), FLIPS_IN_A_ROW, settings.seconds());
        DemoReport report = demo.run();
        problems.addAll(report.examples());
        List<FlipEvidence> evidence = evidence(platform, report.flips());
        Segments segments = Segments.between(listener.rests);
        figures.outcome(report);
        figures.flips(report.flips(), evidence);
        figures.rates(demo.operations(), segments);
        figures.felt(FlipLatencies.of(demo.operations(), segments, holds(evidence)));
    }

    private Demo demo(Platform platform, DemoListener listener, int flips, int inARow, int seconds) {
        return new Demo(
                platform,
                new DemoSettings(
                        Optional.empty(),
                        VEHICLES,
                        List.of(DemoSettings.VEHICLES),
                        DemoSettings.READS,
                        flips,
                        inARow,
                        Duration.ofSeconds(seconds),
                        CLIENTS,
                        settings.writesPerSecond(),
                        settings.readsPerSecond()),
                listener);
    }

    private static List<FlipEvidence> evidence(Platform platform, List<Flip> flips) throws IOException {
        OperatorClient operator =
                new OperatorClient(RentWaveClient.newHttpClient(), platform.consoleUri(), platform.operatorToken());
        List<FlipEvidence> evidence = new ArrayList<>();
        for (Flip flip : flips) {
            JsonNode certificates = operator.certificatesOf(flip.move());
            evidence.add(FlipEvidence.of(certificates.path(certificates.size() - 1)));
        }
        return evidence;
    }

    private List<Span> holds(List<FlipEvidence> evidence) {
        Instant now = clock.instant();
        long nowNanos = System.nanoTime();
        return evidence.stream()
                .flatMap(flip -> flip.held(now, nowNanos).stream())
                .toList();
    }
}
