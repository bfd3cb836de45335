package com.rentwave.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The Java that runs this command also runs the parts. */
final class JavaRuntime {

    /**
     * With fewer processors than this, six JVMs that start together spend half of the machine on optimising code; the
     * quick compiler alone then serves about twice as many requests in the first minutes, and starts sooner.
     */
    private static final int ENOUGH_TO_OPTIMISE = 4;

    private JavaRuntime() {}

    private static boolean isSmall() {
        return Runtime.getRuntime().availableProcessors() < ENOUGH_TO_OPTIMISE;
    }

    /**
     * For a part that computes: the optimising compiler too, on a small machine only for the hottest loops. The slow
     * hash of a password takes a quarter of the processor then, for little compilation.
     */
    static List<String> optimisingLoops() {
        return isSmall()
                ? List.of(
                        "-XX:TieredStopAtLevel=4",
                        "-XX:Tier4InvocationThreshold=40000",
                        "-XX:Tier4MinInvocationThreshold=20000",
                        "-XX:Tier4CompileThreshold=100000",
                        "-XX:Tier4BackEdgeThreshold=400000")
                : List.of();
    }

    /**
     * For a part that everything passes through: the optimising compiler too, on a small machine only for what is hot. It
     * passes on twice as many requests then, once it has passed on some ten thousand.
     */
    static List<String> optimisingWhatIsHot() {
        return isSmall()
                ? List.of(
                        "-XX:TieredStopAtLevel=4",
                        "-XX:Tier4InvocationThreshold=15000",
                        "-XX:Tier4MinInvocationThreshold=5000",
                        "-XX:Tier4CompileThreshold=40000",
                        "-XX:Tier4BackEdgeThreshold=120000")
                : List.of();
    }

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
        if (isSmall()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(more);
        String own = System.getenv("RENTWAVE_" + part.toUpperCase(Locale.ROOT).replace('-', '_') + "_JAVA_OPTS");
        if (own != null && !own.isBlank()) {
            command.addAll(Arrays.asList(own.strip().split("\\s+")));
        }
        return command;
    }
}
