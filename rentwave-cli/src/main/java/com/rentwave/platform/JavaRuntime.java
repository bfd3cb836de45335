package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The Java that runs this command also runs the parts. */
final class JavaRuntime {

    /** With fewer processors than this, JVMs that start together spend half of the machine on optimising code. */
    private static final int ENOUGH_TO_OPTIMISE = 4;

    /**
     * On a small machine only what is hot is optimised: parts start nearly as fast as with the quick compiler alone, and
     * serve about a third more requests once they have served some ten thousand.
     */
    private static final List<String> OPTIMISING_WHAT_IS_HOT = List.of(
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=40000",
            "-XX:Tier4BackEdgeThreshold=120000");

    /** What Linux says of huge pages. */
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage");

    /** Bytes. Where they are larger, a whole heap is smaller than one of them. */
    private static final String USUAL_SIZE = "2097152";

    private JavaRuntime() {}

    static Path program() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * A command line up to, not including, the main class or {@code -jar}. The two properties in front let a process
     * be recognised as ours. {@code RENTWAVE_<PART>_JAVA_OPTS} comes last and so wins.
     */
    static List<String> command(String part, DataFolder folder, int heapMegabytes, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(program().toString());
        command.add("-Drentwave.part=" + part);
        command.add("-Drentwave.data=" + folder.path());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        if (Runtime.getRuntime().availableProcessors() < ENOUGH_TO_OPTIMISE) {
            command.addAll(OPTIMISING_WHAT_IS_HOT);
        }
        if (offersHugePages()) {
            command.add("-XX:+UseTransparentHugePages");
        }
        command.addAll(more);
        String own = System.getenv("RENTWAVE_" + part.toUpperCase(Locale.ROOT).replace('-', '_') + "_JAVA_OPTS");
        if (own != null && !own.isBlank()) {
            command.addAll(Arrays.asList(own.strip().split("\\s+")));
        }
        return command;
    }

    /** Where processes take turns all the time, each finds its way about its memory anew; there is less to find in large pages. */
    private static boolean offersHugePages() {
        try {
            return !Files.readString(HUGE_PAGES.resolve("enabled")).contains("[never]")
                    && Files.readString(HUGE_PAGES.resolve("hpage_pmd_size"))
                            .strip()
                            .equals(USUAL_SIZE);
        } catch (IOException e) {
            return false;
        }
    }
}
