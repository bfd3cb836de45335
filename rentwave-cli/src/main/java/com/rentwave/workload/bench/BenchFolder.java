package com.rentwave.workload.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where reports are kept: each as {@code NAME-TIME.json} and {@code NAME-TIME.svg}. */
public record BenchFolder(Path path) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The build folder of the command line. */
    public static BenchFolder of(Path project) {
        return new BenchFolder(project.resolve("rentwave-cli").resolve("target").resolve("bench"));
    }

    /** @return the JSON file; the picture lies beside it */
    public Path keep(BenchReport report) throws IOException {
        Files.createDirectories(path);
        String name = report.name() + "-" + TIME.format(report.at());
        Path json = path.resolve(name + ".json");
        Files.writeString(
                json, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()) + "\n");
        Files.writeString(path.resolve(name + ".svg"), BenchPlot.svg(report));
        return json;
    }
}
