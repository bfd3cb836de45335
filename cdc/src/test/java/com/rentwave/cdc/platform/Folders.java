package com.rentwave.cdc.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the servers of the tests leave behind: databases of some hundred megabytes. */
final class Folders {

    private Folders() {}

    /** As far as it can be deleted; what a dying server still holds stays behind. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            // The server itself has removed something.
        }
    }
}
