package com.rentwave.workload.contracts;

import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformException;
import com.rentwave.platform.ScratchProviders;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Verifies every pact against a monolith and a vehicle-service of the running build, with databases of their own, and
 * puts the results into the facade's record. Takes about half a minute and leaves nothing behind.
 */
public final class ContractVerification {

    private static final String MAIN = "com.rentwave.contracts.VerifyContracts";
    private static final long LIMIT_MINUTES = 5;

    private final Platform platform;
    private final Consumer<String> tell;

    /** @param tell hears each line of the verification */
    public ContractVerification(Platform platform, Consumer<String> tell) {
        this.platform = platform;
        this.tell = tell;
    }

    /** Whether every pact is kept by both. */
    public boolean run() throws IOException, InterruptedException {
        String classPath = classPath();
        tell.accept("Starting a monolith and a vehicle-service of the running build aside ...");
        try (ScratchProviders providers = platform.scratchProviders()) {
            boolean legacy = verify(classPath, "legacy-monolith", providers.monolith(), providers.monolith());
            boolean service = verify(classPath, "vehicle-service", providers.vehicleService(), providers.monolith());
            return legacy && service;
        }
    }

    private boolean verify(String classPath, String provider, URI base, URI monolith)
            throws IOException, InterruptedException {
        Path token = tokenFile();
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            MAIN,
                            "--pacts",
                            ContractRecord.pactFolder(platform.projectFolder()).toString(),
                            "--provider",
                            provider,
                            "--url",
                            base.toString(),
                            "--auth-url",
                            monolith.toString(),
                            "--record-to",
                            platform.consoleUri().toString(),
                            "--token-file",
                            token.toString())
                    .redirectErrorStream(true)
                    .start();
            return follow(process) == 0;
        } finally {
            Files.deleteIfExists(token);
        }
    }

    private int follow(Process process) throws IOException, InterruptedException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(tell);
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new PlatformException("The contract verification did not end within " + LIMIT_MINUTES + " min.");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path tokenFile() throws IOException {
        Path folder = platform.dataFolder();
        Path file = Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? Files.createTempFile(
                        folder,
                        "token",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "token", "");
        return Files.writeString(file, platform.operatorToken());
    }

    private String classPath() throws IOException {
        Path target = platform.projectFolder().resolve("contracts").resolve("target");
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
