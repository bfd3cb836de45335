package com.rentwave.cli;

import com.rentwave.platform.Health;
import com.rentwave.platform.Part;
import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformSettings;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import com.rentwave.workload.rows.ImportException;
import com.rentwave.workload.rows.RowFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Flips an API to its service and back while many clients read, write and rent, and judges from the clients'"
                    + " recorded histories whether anything was lost, doubled or stale.",
            "Starts RentWave when it does not run, and leaves it running."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing was wrong", "1:something was; see the table", "2:wrong usage", "3:nothing answers"})
final class DemoCommand implements Callable<Integer> {

    /** What moves. */
    enum Apis {
        vehicles(List.of("vehicles")),
        rentals(List.of("rentals")),
        both(List.of("vehicles", "rentals"));

        private final List<String> names;

        Apis(List<String> names) {
            this.names = names;
        }
    }

    @Option(
            names = "--api",
            paramLabel = "API",
            defaultValue = "vehicles",
            description = "vehicles, rentals (the clients rent, return and cancel most of the time), or both, in mixed"
                    + " order (default: vehicles).")
    Apis api;

    @Option(
            names = "--flips",
            paramLabel = "N",
            defaultValue = "3",
            description = "Flips of each API forth and back (default: 3).")
    int flips;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "45",
            description = "How long the load lasts beside the moves (default: 45).")
    int seconds;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "20", description = "Clients (default: 20).")
    int clients;

    @Option(
            names = "--vehicles",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Made-up vehicles to begin with (default: 2000).")
    int vehicles;

    @Option(names = "--file", paramLabel = "FILE", description = "A CSV file to import instead of made-up vehicles.")
    Path file;

    @Option(names = "--writes", paramLabel = "N", defaultValue = "100", description = "Writes a second (default: 100).")
    int writes;

    @Option(names = "--reads", paramLabel = "N", defaultValue = "100", description = "Reads a second (default: 100).")
    int reads;

    @Mixin
    ReportOptions output;

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (flips < 1 || seconds < 1 || clients < 2 || vehicles < 0 || writes < 1 || reads < 0) {
            err.println("--flips, --seconds and --writes must be at least 1, --clients at least 2.");
            return ExitCodes.USAGE;
        }
        PrintWriter told = output.told(spec);
        DemoSettings settings = new DemoSettings(
                Optional.ofNullable(file),
                vehicles,
                api.names,
                flips,
                Duration.ofSeconds(seconds),
                clients,
                writes,
                reads);
        try {
            Platform platform = running(told);
            DemoScreen screen = new DemoScreen(told);
            DemoReport report = new Demo(platform, settings, screen).run();
            screen.end(report);
            output.end(spec, report::json);
            return report.clean() ? ExitCodes.DONE : ExitCodes.NOT_DONE;
        } catch (RowFileException notSuchAFile) {
            err.println(notSuchAFile.getMessage());
            return ExitCodes.USAGE;
        } catch (ImportException | IOException broken) {
            err.println(broken.getMessage());
            return ExitCodes.NOT_REACHABLE;
        }
    }

    /** What runs already is left alone. */
    private Platform running(PrintWriter told) {
        Platform platform =
                Platform.start(PlatformSettings.in(data.folder()).leavingTheClock(), new Terminal(told, "starting"));
        List<String> ill = platform.parts().stream()
                .filter(part -> !part.isHealthy())
                .map(DemoCommand::illness)
                .toList();
        if (!ill.isEmpty()) {
            told.println("Not all is well: " + String.join("; ", ill));
        }
        return platform;
    }

    private static String illness(Part part) {
        Health health = part.health();
        return part.name() + ": " + health.reason();
    }
}
