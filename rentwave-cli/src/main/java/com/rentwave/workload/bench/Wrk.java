package com.rentwave.workload.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator wrk, where it is installed: it takes less of the machine than a JVM.
 *
 * @param folder for its scripts
 */
record Wrk(Path program, Path folder) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern OTHERS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    /** Requests a second. */
    double run(URI uri, Requests requests, int connections, Duration time) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("wrk.lua"), requests.script());
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "-t" + Math.min(2, connections),
                        "-c" + connections,
                        "-d" + time.toSeconds() + "s",
                        "-s" + script,
                        uri.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return rate(said);
    }

    static double rate(String said) throws IOException {
        Matcher rate = RATE.matcher(said);
        Matcher others = OTHERS.matcher(said);
        if (!rate.find() || others.find()) {
            throw new IOException("wrk did not measure: " + said.strip());
        }
        return Double.parseDouble(rate.group(1));
    }
}
