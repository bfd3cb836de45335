package com.rentwave.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
        String content = hash(jar);
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

    /** Older contents of the same part, which nobody needs once this one runs. */
    void deleteOthers() {
        String contents = Pattern.quote(jar.getFileName().toString()) + "-[0-9a-f]{16}";
        try (Stream<Path> all = Files.list(folder.getParent())) {
            List<Path> others = all.filter(
                            other -> other.getFileName().toString().matches(contents))
                    .filter(other -> !other.equals(folder))
                    .toList();
            others.forEach(Unpacking::delete);
        } catch (IOException e) {
            // They only take room.
        }
    }

    private static String hash(Path jar) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                byte[] buffer = new byte[1 << 16];
                while (in.read(buffer) >= 0) {
                    // The digest listens.
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new PlatformException("The file " + jar + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
