package com.rentwave.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a server of the tests stores: databases and logs of some hundred megabytes.
 *
 * @param path of the folder
 */
public record ServerFolder(Path path) {

    private static final int TRIES = 100;

    /**
     * Makes an empty folder among the temporary files.
     *
     * @throws UncheckedIOException when there is no room
     */
    public static ServerFolder make(String name) {
        try {
            return new ServerFolder(Files.createTempDirectory(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or folder in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Deletes it with all that is in it. Tries often, because a server that ends removes its files as well; what a dying one
     * still holds stays behind.
     */
    public void delete() {
        for (int i = 0; i < TRIES && Files.exists(path); i++) {
            try (Stream<Path> all = Files.walk(path)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException | UncheckedIOException goneMeanwhile) {
                Thread.yield();
            }
        }
    }
}
