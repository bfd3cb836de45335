package com.rentwave.cli;

import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformException;
import com.rentwave.platform.PlatformSettings;
import com.rentwave.workload.bench.Bench;
import com.rentwave.workload.bench.BenchFolder;
import com.rentwave.workload.bench.BenchReport;
import com.rentwave.workload.bench.CutoverBench;
import com.rentwave.workload.bench.FacadeBench;
import com.rentwave.workload.bench.StartupBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures, on a machine that does nothing else. Figures are medians over the repeats; ratios are to peers of the"
                    + " same run.",
            "cutover: flips between READS and OWNED under a load, five in a row, and times between in which nothing moves:"
                    + " errors, anomalies, how long each held write was held, how long each step took, reads and writes with"
                    + " flips and without, and whether the difference is more than the noise. Starts RentWave when it does not"
                    + " run.",
            "facade: requests a second and added latency against the backend itself, a plain Spring Cloud Gateway, and"
                    + " nginx where it is installed; the load comes from wrk where it is installed. Once plain, and once"
                    + " with everything on: a canary of half of the users, sign-ins, positions, reads copied and compared.",
            "startup: how long it takes until all is healthy, with nothing there and with data.",
            "Each result is kept as JSON and as a picture (SVG) in rentwave-cli/target/bench."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:something went wrong; see the problems", "2:wrong usage", "3:it could not run"
        })
final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Name {
        CUTOVER,
        FACADE,
        STARTUP
    }

    @Parameters(paramLabel = "NAME", description = "cutover, facade or startup.")
    Name name;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "3", description = "Repeats (default: 3).")
    int repeats;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "cutover: how long nothing moves under the load in a repeat (default: 30)."
                    + " facade: how long each subject is measured (default: 5).")
    Integer seconds;

    @Option(
            names = "--flips",
            paramLabel = "N",
            defaultValue = "5",
            description = "cutover: flips forth and back in a repeat (default: 5).")
    int flips;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "cutover: seconds of load before anything is measured (default: 60; a small machine needs some"
                            + " hundred after a start).")
    int warmUp;

    @Option(
            names = "--writes",
            paramLabel = "N",
            defaultValue = "200",
            description = "cutover: writes a second (default: 200).")
    int writes;

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "500",
            description = "cutover: reads a second (default: 500).")
    int reads;

    @Mixin
    ReportOptions output;

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (repeats < 1 || flips < 1 || writes < 1 || reads < 0 || warmUp < 0 || seconds != null && seconds < 1) {
            err.println(
                    "--repeats, --seconds, --flips and --writes must be at least 1, --reads and --warm-up at least 0.");
            return ExitCodes.USAGE;
        }
        PrintWriter told = output.told(spec);
        try {
            BenchReport report = bench(told).run(sentence -> {
                told.println(sentence);
                told.flush();
            });
            Path kept = BenchFolder.of(Platform.project()).keep(report);
            tell(report, kept, told);
            output.end(spec, report::json);
            return report.clean() ? ExitCodes.DONE : ExitCodes.NOT_DONE;
        } catch (IOException | PlatformException broken) {
            err.println(broken.getMessage());
            return ExitCodes.NOT_REACHABLE;
        }
    }

    private Bench bench(PrintWriter told) {
        return switch (name) {
            case CUTOVER ->
                new CutoverBench(
                        () -> Platform.start(
                                PlatformSettings.in(data.folder()).leavingTheClock(), new Terminal(told, "starting")),
                        new CutoverBench.Settings(
                                repeats, flips, seconds == null ? 30 : seconds, warmUp, writes, reads));
            case FACADE -> new FacadeBench(repeats, Duration.ofSeconds(seconds == null ? 5 : seconds));
            case STARTUP -> new StartupBench(repeats);
        };
    }

    private static void tell(BenchReport report, Path kept, PrintWriter out) {
        out.println();
        out.println(report.settings() + "; " + report.machine().sentence());
        report.figures()
                .forEach(figure -> out.println(String.format(
                        Locale.ROOT,
                        "  %-28s %-30s %12.3f %s",
                        figure.subject(),
                        figure.metric(),
                        figure.median(),
                        figure.unit())));
        report.ratios()
                .forEach(ratio -> out.println(String.format(
                        Locale.ROOT,
                        "  %s: %s is %.2f × %s",
                        ratio.metric(),
                        ratio.subject(),
                        ratio.ratio(),
                        ratio.peer())));
        report.remarks().forEach(out::println);
        report.problems().forEach(problem -> out.println("PROBLEM: " + problem));
        out.println("Kept in " + kept + ", and as a picture beside it.");
        out.flush();
    }
}
