package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Spring Boot jar, taken apart once per content into the data folder: it starts faster that way, and a build under a
 * running system does not pull its classes away.
 */
final class BootApplication {

    private static final int SECONDS_TO_EXTRACT = 120;

    private final Path jar;
    private final Path folder;
    private final String content;

    private BootApplication(Path jar, Path folder, String content) {
        this.jar = jar;
        this.folder = folder;
        this.content = content;
    }

    static BootApplication of(Path jar, DataFolder data) {
        String content = Fingerprint.of(jar);
        return new BootApplication(jar, data.unpacked().resolve(jar.getFileName() + "-" + content), content);
    }

    /** Stands for what is in the jar. */
    String content() {
        return content;
    }

    /** The thin jar beside its {@code lib}. */
    Path runnable() {
        return folder.resolve(jar.getFileName());
    }

    void unpack() {
        Unpacking.deleteSiblings(folder);
        Unpacking.once(folder, draft -> {
            Path target = draft.resolve("application");
            Process process = new ProcessBuilder(
                            JavaRuntime.program().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            target.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(draft.resolve("log").toFile())
                    .start();
            try {
                if (!process.waitFor(SECONDS_TO_EXTRACT, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new IOException(String.join(" ", new PartLog(draft.resolve("log")).tail(5)));
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted");
            }
            try (Stream<Path> parts = Files.list(target)) {
                for (Path part : parts.toList()) {
                    Files.move(part, draft.resolve(part.getFileName()));
                }
            }
            Files.delete(target);
        });
    }
}
