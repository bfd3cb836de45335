package com.rentwave.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills a folder once: it is there whole, or not at all. */
final class Unpacking {

    private Unpacking() {}

    /** Fills a folder that is given to it. */
    interface Filler {
        void fill(Path draft) throws IOException;
    }

    static Path once(Path folder, Filler filler) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path draft = null;
        try {
            Files.createDirectories(folder.getParent());
            draft = Files.createTempDirectory(folder.getParent(), "draft-");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            filler.fill(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException e) {
            if (draft != null) {
                delete(draft);
            }
            String what = e instanceof FileSystemException file && file.getReason() != null
                    ? file.getReason()
                    : e.getMessage();
            throw new PlatformException("Unpacking into " + folder + " failed: " + what, e);
        }
    }

    /** Copies a folder with all in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Deletes what was unpacked from older contents: folders that differ only in the fingerprint at the end. */
    static void deleteSiblings(Path folder) {
        String own = folder.getFileName().toString();
        String alike = Pattern.quote(own.substring(0, own.lastIndexOf('-'))) + "-[0-9a-f]{16}";
        if (!Files.isDirectory(folder.getParent())) {
            return;
        }
        try (Stream<Path> all = Files.list(folder.getParent())) {
            all.filter(other -> other.getFileName().toString().matches(alike))
                    .filter(other -> !other.equals(folder))
                    .toList()
                    .forEach(Unpacking::delete);
        } catch (IOException e) {
            // They only take room.
        }
    }

    /** Deletes a folder with all in it, as far as possible. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // Rubbish that stays behind does no harm; the next unpacking uses a name of its own.
        }
    }
}
