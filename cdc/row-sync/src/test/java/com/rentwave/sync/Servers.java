package com.rentwave.sync;

import com.rentwave.broker.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stops the servers that all tests of the run share, after the last of them, and removes what they have stored. */
final class Servers implements BeforeAllCallback {

    private static TestBroker broker;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Servers.class, key -> (AutoCloseable) () -> {
                    stopBroker();
                    TestCluster.stop();
                });
    }

    /** One broker for all tests of the run that do not stop it. */
    static synchronized TestBroker broker() {
        if (broker == null) {
            broker = new TestBroker();
        }
        return broker;
    }

    private static synchronized void stopBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    /** A folder for one server. */
    static Path folder(String name) throws IOException {
        Path target = Path.of("target", "servers").toAbsolutePath();
        Files.createDirectories(target);
        return Files.createTempDirectory(target, name);
    }

    /** As far as it can be deleted; what a dying server still holds stays behind. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            // The server itself has removed something.
        }
    }
}
