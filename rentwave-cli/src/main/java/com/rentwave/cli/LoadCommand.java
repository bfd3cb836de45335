package com.rentwave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.rentwave.platform.PlatformException;
import com.rentwave.workload.journeys.Crowd;
import com.rentwave.workload.journeys.CrowdListener;
import com.rentwave.workload.journeys.CrowdReport;
import com.rentwave.workload.journeys.CrowdSettings;
import com.rentwave.workload.journeys.KindReport;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a crowd of users search, look, advertise, rent, give back and read their notifications for a while, with"
                    + " one to three seconds of thought in between, and tells how fast they were answered.",
            "An answer that is part of the business, such as \"already rented\", is counted as refused, not as an error.",
            "The users, what they offer and what they rent stay in RentWave."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors", "1:some requests ended in an error", "2:wrong usage", "3:nothing runs"})
final class LoadCommand implements Callable<Integer> {

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "200",
            description = "Users at the same time (default: 200).")
    int users;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long they stay after they have settled in (default: 60).")
    int seconds;

    @Option(names = "--url", paramLabel = "URL", description = "Public address of another RentWave.")
    URI url;

    @Mixin
    ReportOptions output;

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        PrintWriter err = spec.commandLine().getErr();
        if (users < 1 || users > 5_000 || seconds < 1) {
            err.println("--users must be between 1 and 5000, --seconds at least 1.");
            return ExitCodes.USAGE;
        }
        PrintWriter told = output.told(spec);
        try {
            URI api = url != null ? url : data.open().uri();
            LiveBlock block = new LiveBlock(told);
            CrowdReport report =
                    new Crowd(CrowdSettings.of(api, users, Duration.ofSeconds(seconds)), shown(block)).run();
            block.clear();
            tell(report, told);
            output.end(spec, report::json);
            return report.errors() == 0 ? ExitCodes.DONE : ExitCodes.NOT_DONE;
        } catch (PlatformException nothingThere) {
            err.println(nothingThere.getMessage());
            return ExitCodes.NOT_REACHABLE;
        }
    }

    private static CrowdListener shown(LiveBlock block) {
        return new CrowdListener() {
            @Override
            public void settled(int users, int ofAll) {
                synchronized (block) {
                    block.show(List.of("  " + users + " of " + ofAll + " users have settled in"));
                }
            }

            @Override
            public void running(long requests, long seconds, long ofAll) {
                synchronized (block) {
                    block.show(List.of("  " + seconds + " of " + ofAll + " s, " + requests + " requests"));
                }
            }
        };
    }

    private static void tell(CrowdReport report, PrintWriter out) {
        out.println("  request          number   refused    errors   p50 ms   p99 ms   max ms");
        report.kinds().forEach(kind -> out.println(line(kind)));
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "  %d users, %.1f s: %d requests (%.1f a second), %d refused, %d errors; %d listened and were told %d times.",
                report.users(),
                report.seconds(),
                report.requests(),
                report.requestsPerSecond(),
                report.refused(),
                report.errors(),
                report.streams(),
                report.told()));
        out.println("  Before that they settled in:");
        report.settling().forEach(kind -> out.println(line(kind)));
        report.examples().forEach(example -> out.println("  " + example));
        out.flush();
    }

    private static String line(KindReport kind) {
        return String.format(
                Locale.ROOT,
                "  %-14s %8d  %8d  %8d %8.1f %8.1f %8.1f",
                kind.kind(),
                kind.requests(),
                kind.refused(),
                kind.errors(),
                kind.p50Ms(),
                kind.p99Ms(),
                kind.maxMs());
    }
}
