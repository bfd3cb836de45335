package com.rentwave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.platform.Health;
import com.rentwave.platform.Part;
import com.rentwave.platform.Platform;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Tells what runs, on which port, healthy or not and why not. Exit code 0 only when all is healthy.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is healthy",
            "1:something is not, or there is no RentWave, with the reason",
            "2:wrong usage"
        })
final class Status implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Option(names = "--json", description = "Prints one JSON object.")
    boolean json;

    @Spec
    CommandSpec spec;

    private record Line(String name, int port, OptionalLong pid, Health health, Duration uptime) {

        static Line of(Part part) {
            OptionalLong pid = part.pid();
            Duration uptime = pid.isPresent() ? Duration.between(part.startedAt(), Instant.now()) : Duration.ZERO;
            return new Line(part.name(), part.port(), pid, part.health(), uptime);
        }
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Platform platform = data.open();
        List<Line> lines = platform.parts().parallelStream().map(Line::of).toList();
        boolean healthy = lines.stream().allMatch(line -> line.health().isHealthy());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("data", platform.dataFolder().toString());
            report.put("url", platform.uri().toString());
            report.put("console", platform.consoleUri().toString());
            report.put("healthy", healthy);
            report.put("parts", lines.stream().map(Status::json).toList());
            out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            out.println("RentWave in " + platform.dataFolder() + "   " + platform.uri());
            lines.forEach(line -> out.println(text(line)));
        }
        return healthy ? 0 : 1;
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", line.name());
        report.put("port", line.port());
        report.put("running", line.pid().isPresent());
        report.put("pid", line.pid().isPresent() ? line.pid().getAsLong() : null);
        report.put("healthy", line.health().isHealthy());
        report.put("reason", line.health().isHealthy() ? null : line.health().reason());
        report.put("uptimeSeconds", line.uptime().toSeconds());
        return report;
    }

    private static String text(Line line) {
        return String.format(
                        Locale.ROOT,
                        "  %-16s %-9s port %-6d %-13s %s",
                        line.name(),
                        line.health().isHealthy() ? "healthy" : line.pid().isPresent() ? "unhealthy" : "stopped",
                        line.port(),
                        line.pid().isPresent() ? "pid " + line.pid().getAsLong() : "",
                        line.health().isHealthy()
                                ? "up " + uptime(line.uptime())
                                : line.health().reason())
                .stripTrailing();
    }

    private static String uptime(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
