package com.rentwave.workload.bench;

import com.rentwave.platform.Platform;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.rows.ImportProgress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Flips of vehicles between READS and OWNED under a load: what went wrong, and how much longer those waited who were held. */
public final class CutoverBench implements Bench {

    private static final int VEHICLES = 2_000;
    private static final int CLIENTS = 40;

    private final Supplier<Platform> running;
    private final Settings settings;

    /**
     * What to measure.
     *
     * @param repeats how often all of it
     * @param flips how often the ownership goes to the service and comes back in a repeat
     * @param seconds how long the load lasts in a repeat beside the moves
     */
    public record Settings(int repeats, int flips, int seconds, int writesPerSecond, int readsPerSecond) {}

    /** @param running the platform, started when it is needed */
    public CutoverBench(Supplier<Platform> running, Settings settings) {
        this.running = running;
        this.settings = settings;
    }

    /** Remembers when the moves were under way, on the clock of the clients. */
    private static final class Windows implements DemoListener {

        private final Consumer<String> told;
        private final List<FlipLatencies.Window> moves = new ArrayList<>();

        private Windows(Consumer<String> told) {
            this.told = told;
        }

        @Override
        public void tell(String sentence) {
            told.accept(sentence);
        }

        @Override
        public void flipped(Flip flip) {
            long end = System.nanoTime();
            moves.add(new FlipLatencies.Window(
                    end - TimeUnit.MILLISECONDS.toNanos(flip.durationMs() + 100), end, flip.held()));
            told.accept(flip.from() + " → " + flip.to() + " in " + flip.durationMs() + " ms; " + flip.held()
                    + " held, the longest for " + flip.longestHoldMs() + " ms");
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
        Figures figures = new Figures();
        List<String> problems = new ArrayList<>();
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            told.accept("Repeat " + repeat + " of " + settings.repeats());
            measure(platform, told, figures, problems);
        }
        List<Figure> all = figures.all();
        return new BenchReport(
                "cutover",
                Clock.systemUTC().instant(),
                machine,
                String.format(
                        Locale.ROOT,
                        "%d × %d flips at %d writes and %d reads a second",
                        settings.repeats(),
                        2 * settings.flips(),
                        settings.writesPerSecond(),
                        settings.readsPerSecond()),
                all,
                BenchReport.ratios(all, "reads while it moves", "p50"),
                List.of(
                        "The longest hold of each flip is what the facade measured. Held writes are the slowest ones of each"
                                + " move, as many as the facade says it held: when the machine is busy that is the wait for it, too."),
                problems);
    }

    private void measure(Platform platform, Consumer<String> told, Figures figures, List<String> problems)
            throws IOException, InterruptedException {
        Windows windows = new Windows(told);
        Demo demo = new Demo(
                platform,
                new DemoSettings(
                        Optional.empty(),
                        VEHICLES,
                        List.of(DemoSettings.VEHICLES),
                        DemoSettings.READS,
                        settings.flips(),
                        Duration.ofSeconds(settings.seconds()),
                        CLIENTS,
                        settings.writesPerSecond(),
                        settings.readsPerSecond()),
                windows);
        DemoReport report = demo.run();
        problems.addAll(report.examples());
        FlipLatencies felt = FlipLatencies.of(demo.operations(), windows.moves);
        figures.add("flips", "number", "in all", report.flips().size());
        figures.add("errors", "number", "in all", report.errors());
        figures.add("anomalies", "number", "in all", anomalies(report));
        figures.add("requests", "rate", "per second", report.requestsPerSecond());
        figures.add("requests held", "number", "in all", felt.held().count());
        add(
                figures,
                "longest hold of each flip",
                Quantiles.of(
                        report.flips().stream().mapToDouble(Flip::longestHoldMs).toArray()));
        add(figures, "added to held writes", felt.held());
        add(figures, "writes while nothing moves", felt.writesApart());
        add(figures, "reads while it moves", felt.readsDuring());
        add(figures, "reads while nothing moves", felt.readsApart());
    }

    private static void add(Figures figures, String subject, Quantiles times) {
        if (times.count() > 0) {
            figures.add(subject, "p50", "ms", times.at(0.5));
            figures.add(subject, "p99", "ms", times.at(0.99));
            figures.add(subject, "max", "ms", times.most());
        }
    }

    private static long anomalies(DemoReport report) {
        return report.verdict().findings().size()
                - report.verdict().errors()
                + report.differences().size();
    }
}
