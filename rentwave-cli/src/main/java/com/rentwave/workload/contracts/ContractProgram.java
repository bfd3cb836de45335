package com.rentwave.workload.contracts;

import com.rentwave.platform.PlatformException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the programs of the contracts module, as the build has left them. */
public final class ContractProgram {

    private static final long LIMIT_MINUTES = 10;
    private static final String DESCRIPTION = "contracts/openapi/rentwave.yaml";

    private final Path project;

    public ContractProgram(Path project) {
        this.project = project;
    }

    /** The pacts of the project. */
    public Path pacts() {
        return ContractRecord.pactFolder(project);
    }

    /** The API's description in the working folder. */
    public Path description() {
        return project.resolve(DESCRIPTION);
    }

    /** The API's description at a git revision, in a temporary file. */
    public Path descriptionAt(String revision) throws IOException, InterruptedException {
        Path file = Files.createTempFile("rentwave-openapi-", ".yaml");
        Process git = new ProcessBuilder("git", "-C", project.toString(), "show", revision + ':' + DESCRIPTION)
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (git.waitFor() != 0) {
            Files.delete(file);
            throw new PlatformException(revision + " is neither a file nor a git revision with " + DESCRIPTION + '.');
        }
        return file;
    }

    /** Runs a program and tells each of its lines. @return its exit status */
    public int run(String main, List<String> words, Consumer<String> tell) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                main));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(tell);
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new PlatformException(main + " did not end within " + LIMIT_MINUTES + " min.");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String classPath() throws IOException {
        Path target = project.resolve("contracts").resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("contracts-[0-9][^/]*\\.jar"))
                    .filter(file -> !file.getFileName().toString().matches(".*-(sources|tests)\\.jar"))
                    .toList();
            if (jars.isEmpty() || !Files.isDirectory(target.resolve("lib"))) {
                throw new PlatformException("The contracts are not built: " + target
                        + " has no contracts-*.jar or no lib folder. Build them with: ./rentwave build");
            }
            return jars.get(0) + File.pathSeparator + target.resolve("lib").resolve("*");
        }
    }
}
