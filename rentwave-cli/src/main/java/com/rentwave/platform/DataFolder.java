package com.rentwave.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The one folder that holds everything a RentWave remembers, and where in it what lies.
 *
 * @param path the folder
 * @param unpacked unpacked programs; can be deleted while nothing runs
 */
record DataFolder(Path path, Path unpacked) {

    private static final long MIB = 1024L * 1024;
    /** Binaries, databases, write-ahead log and the broker's logs of a young system. */
    private static final long SPACE_FOR_A_FIRST_START = 1024 * MIB;

    private static final long SPACE_FOR_A_LATER_START = 256 * MIB;

    static DataFolder at(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return new DataFolder(whole, whole.resolve("unpacked"));
    }

    /** A folder of its own within this one that shares the unpacked programs. */
    DataFolder within(String name) {
        return new DataFolder(path.resolve(name), unpacked);
    }

    boolean exists() {
        return Files.isRegularFile(stateFile());
    }

    Path stateFile() {
        return path.resolve("state.json");
    }

    Path lockFile() {
        return path.resolve("lock");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path logFile(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    Path pidFile(String part) {
        return path.resolve("run").resolve(part + ".json");
    }

    /** What a part keeps. */
    Path of(String part) {
        return path.resolve(part);
    }

    /** Makes the folder, and makes sure that it can be written and has room, before anything is started. */
    void prepare() {
        prepare(exists() ? SPACE_FOR_A_LATER_START : SPACE_FOR_A_FIRST_START);
    }

    void prepare(long neededBytes) {
        try {
            Files.createDirectories(path);
            for (Path folder : new Path[] {path.resolve("logs"), path.resolve("run"), unpacked}) {
                Files.createDirectories(folder);
            }
            Path probe = Files.createTempFile(path, "probe", null);
            Files.write(probe, new byte[4096]);
            Files.delete(probe);
        } catch (IOException e) {
            throw new PlatformException(
                    "The data folder " + path + " cannot be written (" + reason(e)
                            + "). Nothing was started. Choose another one with --data DIR, or make this one writable.",
                    e);
        }
        long usable = usableBytes();
        if (usable < neededBytes) {
            throw new PlatformException("The data folder " + path + " has " + usable / MIB + " MiB of free space; "
                    + neededBytes / MIB
                    + " MiB are needed. Nothing was started. Make room, or choose another folder with"
                    + " --data DIR.");
        }
    }

    private long usableBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String reason(IOException e) {
        String type = e.getClass().getSimpleName().replace("Exception", "");
        return switch (type) {
            case "AccessDenied" -> "access to " + e.getMessage() + " denied";
            case "FileAlreadyExists" -> e.getMessage() + " is not a folder";
            case "NoSuchFile" -> e.getMessage() + " does not exist";
            default -> e.getMessage() == null ? type : e.getMessage();
        };
    }

    /** Creates a folder that only its owner may look into. */
    static void createPrivate(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new PlatformException("The folder " + folder + " cannot be created: " + e.getMessage(), e);
        }
    }
}
