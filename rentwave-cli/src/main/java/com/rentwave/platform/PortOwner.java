package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a port, as far as this system and this user may know (Linux, {@code /proc}). */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int STATE_COLUMN = 3;
    private static final int INODE_COLUMN = 9;

    private PortOwner() {}

    /** For people: the program and its process number. */
    static Optional<String> of(int port) {
        return inode(port).flatMap(PortOwner::processWith).map(PortOwner::describe);
    }

    private static Optional<String> inode(int port) {
        String localEnd = ":%04X".formatted(port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(file -> lines(Path.of(file)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > INODE_COLUMN
                        && columns[1].endsWith(localEnd)
                        && columns[STATE_COLUMN].equals(LISTENING))
                .map(columns -> columns[INODE_COLUMN])
                .findFirst();
    }

    private static Optional<Path> processWith(String inode) {
        String wanted = "socket:[" + inode + "]";
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .filter(folder -> hasOpen(folder.resolve("fd"), wanted))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOpen(Path descriptors, String wanted) {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> wanted.equals(target(descriptor)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String describe(Path process) {
        List<String> arguments =
                Arrays.asList(String.join("", lines(process.resolve("cmdline"))).split("\0"));
        String program = Path.of(arguments.get(0).isEmpty() ? "unknown" : arguments.get(0))
                .getFileName()
                .toString();
        String number = "process " + process.getFileName();
        Optional<String> part = argument(arguments, "-Drentwave.part=");
        Optional<String> data = argument(arguments, "-Drentwave.data=");
        if (part.isPresent() && data.isPresent()) {
            return part.get() + " of the RentWave in " + data.get() + " (" + number + ")";
        }
        int folder = arguments.indexOf("-D");
        if (program.equals("postgres") && folder >= 0 && folder + 1 < arguments.size()) {
            return "the PostgreSQL of " + arguments.get(folder + 1) + " (" + number + ")";
        }
        return program + " (" + number + ")";
    }

    private static Optional<String> argument(List<String> arguments, String start) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(start))
                .map(argument -> argument.substring(start.length()))
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
