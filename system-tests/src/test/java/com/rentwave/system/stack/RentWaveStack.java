package com.rentwave.system.stack;

import com.rentwave.platform.Part;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformSettings;
import com.rentwave.platform.Ports;
import com.rentwave.platform.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the whole of RentWave on free ports in a temporary folder, once, as {@code rentwave up} does, and stops it when
 * the last suite has ended. A part that a suite left dead is started again before the next one.
 */
final class RentWaveStack implements BeforeAllCallback, ParameterResolver {

    private static final Namespace SHARED = Namespace.create(RentWaveStack.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Platform platform = running(context).platform;
        for (Part part : platform.parts()) {
            if (!part.isAlive()) {
                platform.start(PartName.of(part.name()), Progress.silent());
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).platform;
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(SHARED).computeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** Closed by JUnit after the last test; by a shutdown hook when the tests are interrupted. */
    private static final class Running implements AutoCloseable {

        private final Path folder;
        private final Platform platform;
        private final Thread hook = new Thread(this::stop);

        Running() {
            try {
                folder = Files.createTempDirectory("rentwave-system-tests");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            platform = Platform.start(PlatformSettings.in(folder).withPorts(Ports.free()));
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void close() throws IOException {
            stop();
            Runtime.getRuntime().removeShutdownHook(hook);
            keepLogs();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(RentWaveStack::delete);
            }
        }

        /** What the parts said is worth more than the rest of the folder when a test has failed. */
        private void keepLogs() throws IOException {
            Path kept = Files.createDirectories(Path.of("target", "rentwave-logs"));
            for (PartName part : PartName.values()) {
                Path log = platform.logOf(part);
                if (Files.exists(log)) {
                    Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }

        private void stop() {
            platform.stop(Progress.silent());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
