package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be found again. Numbers of processes are used again after a while, so it takes the number and the
 * moment it was started, in the system's own count.
 */
record ProcessIdentity(long pid, String startMark) {

    private static final int THREADS_FIELD = 20;
    private static final int START_TIME_FIELD = 22;

    /** The process that has this number now. */
    static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(handle -> startMark(handle)
                .map(mark -> new ProcessIdentity(pid, mark)));
    }

    /** Whether this very process still runs: a zombie or a namesake does not count. */
    boolean isAlive() {
        return handle().isPresent();
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startMark(handle).filter(startMark::equals).isPresent());
    }

    private static Optional<String> startMark(ProcessHandle handle) {
        Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
        try {
            if (Files.isReadable(stat)) {
                return linuxMark(Files.readString(stat));
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
        return handle.info().startInstant().map(start -> Long.toString(start.toEpochMilli()));
    }

    /** Ticks since this boot; unlike a date it does not move when somebody sets the clock. */
    private static Optional<String> linuxMark(String stat) throws IOException {
        // The second field is the program's name in parentheses and may contain blanks.
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // A dying process is a zombie while its other threads still hold its files and ports.
        boolean ending = afterName[0].equals("Z") || afterName[0].equals("X");
        if (ending && Integer.parseInt(afterName[THREADS_FIELD - 3]) <= 1) {
            return Optional.empty();
        }
        return Optional.of(bootId() + ":" + afterName[START_TIME_FIELD - 3]);
    }

    private static String bootId() throws IOException {
        Path bootId = Path.of("/proc/sys/kernel/random/boot_id");
        return Files.isReadable(bootId) ? Files.readString(bootId).strip() : "boot";
    }
}
