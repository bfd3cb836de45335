package com.rentwave.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts a program that outlives this command, its terminal and a Ctrl-C in it: in a session of its own where the
 * system has {@code setsid}, elsewhere with the terminal's signals ignored.
 */
final class DetachedProcess {

    private static final List<String> OWN_SESSION = List.of("setsid");
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh");

    private DetachedProcess() {}

    /** What to run: both the wrapper and the program keep the process number, so the returned one is the program's. */
    static Process start(List<String> program, Map<String, String> environment, Path folder, Path log) {
        List<String> command = new ArrayList<>(isOnPath("setsid") ? OWN_SESSION : DEAF_TO_THE_TERMINAL);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PlatformException("The program " + program.get(0) + " cannot be started: " + e.getMessage(), e);
        }
    }

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
