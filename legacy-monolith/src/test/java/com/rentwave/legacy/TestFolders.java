package com.rentwave.legacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of a test run. */
final class TestFolders {

    private TestFolders() {}

    static Path create() {
        try {
            return Files.createTempDirectory("rentwave-legacy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as it can be deleted; what a dying server still holds stays behind. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            // The server itself has removed something.
        }
    }
}
