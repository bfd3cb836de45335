package com.rentwave.cli;

import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformException;
import com.rentwave.workload.seed.MovableClock;
import com.rentwave.workload.seed.Seed;
import com.rentwave.workload.seed.SeedException;
import com.rentwave.workload.seed.SeedReport;
import com.rentwave.workload.seed.SeedSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = {
            "Fills RentWave with a dozen invented people, their vehicles, rooms and books, followed searches, and rentals"
                    + " past, present, late and to come; all of it through the public API.",
            "Run again it changes nothing. Prints whom to sign in as."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:broken off; run it again to go on", "2:wrong usage", "3:RentWave does not answer"})
final class SeedCommand implements Callable<Integer> {

    @Mixin
    ReportOptions output;

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter told = output.told(spec);
        LiveBlock block = new LiveBlock(told);
        try {
            Platform platform = data.open();
            MovableClock clock = new MovableClock(platform.clocksOfRentals(), platform.internalToken());
            SeedSettings settings = new SeedSettings(platform.uri(), platform.seedPassword(), Optional.of(clock));
            SeedReport report = new Seed(settings, (what, done, all) -> {
                        block.show(List.of("  " + done + " of " + all + ' ' + what));
                        if (!block.isLive() && done == all) {
                            block.print("  " + all + ' ' + what);
                        }
                    })
                    .run();
            block.clear();
            tell(report, platform.uri(), told);
            output.end(spec, () -> json(report, platform.uri()));
            return ExitCodes.DONE;
        } catch (PlatformException | IOException nothingThere) {
            block.clear();
            err.println("RentWave does not answer: " + nothingThere.getMessage());
            return ExitCodes.NOT_REACHABLE;
        } catch (SeedException broken) {
            block.clear();
            err.println(broken.getMessage());
            err.println("What was made is kept; run the same command to go on.");
            return ExitCodes.NOT_DONE;
        }
    }

    private static void tell(SeedReport report, URI uri, PrintWriter out) {
        out.println(
                report.made() == 0
                        ? "Nothing was missing: " + report.there() + " things are there."
                        : report.made() + " things were made"
                                + (report.there() > 0 ? ", " + report.there() + " were there" : "") + '.');
        report.notes().forEach(out::println);
        out.println("Sign in at " + uri + " as one of them; the password is "
                + report.people().get(0).password());
        report.people().forEach(one -> out.println(String.format("  %-20s %s", one.name(), one.email())));
        out.flush();
    }

    private static Map<String, Object> json(SeedReport report, URI uri) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", uri.toString());
        json.put("made", report.made());
        json.put("there", report.there());
        json.put("notes", report.notes());
        json.put("people", report.people());
        return json;
    }
}
