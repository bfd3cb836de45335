package com.rentwave.workload.bench;

import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformSettings;
import com.rentwave.platform.Ports;
import com.rentwave.platform.Progress;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How long it takes until all of RentWave is healthy: with nothing there, and again with its data. */
public final class StartupBench implements Bench {

    private static final String FIRST = "first start";
    private static final String AGAIN = "later start";
    private static final String METRIC = "until all is healthy";

    private final int repeats;

    public StartupBench(int repeats) {
        this.repeats = repeats;
    }

    @Override
    public BenchReport run(Consumer<String> told) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        Figures figures = new Figures();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            try (WorkFolder folder = WorkFolder.make()) {
                PlatformSettings settings = PlatformSettings.in(folder.path()).withPorts(Ports.free());
                up(settings, FIRST, figures, told);
                up(settings, AGAIN, figures, told);
            }
        }
        List<Figure> all = figures.all();
        return new BenchReport(
                "startup",
                Clock.systemUTC().instant(),
                machine,
                repeats + " × a first and a later start",
                all,
                BenchReport.ratios(all, FIRST, METRIC),
                List.of("A part's own time begins when what it needs is healthy; parts start beside each other."),
                List.of());
    }

    private static void up(PlatformSettings settings, String which, Figures figures, Consumer<String> told) {
        long begin = System.nanoTime();
        try (Platform platform = Platform.start(settings, Progress.silent())) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            figures.add(which, METRIC, "s", seconds);
            platform.startTimes()
                    .forEach((part, time) -> figures.add(part, "part in a " + which, "s", time.toMillis() / 1000.0));
            told.accept(String.format(Locale.ROOT, "A %s took %.1f s.", which, seconds));
        }
    }
}
