package com.rentwave.workload.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that a benchmark needs beside it; it ends with the benchmark. */
final class Helper implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Process process;
    private final Thread hook;

    private Helper(Process process) {
        this.process = process;
        this.hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts it and waits until it listens. */
    static Helper start(List<String> command, Path log, int port) throws IOException, InterruptedException {
        Helper helper = new Helper(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        for (long end = System.nanoTime() + PATIENCE; !listens(port); Thread.sleep(50)) {
            if (!helper.process.isAlive() || System.nanoTime() > end) {
                helper.close();
                throw new IOException("It does not start: " + command.get(0) + ". It said: "
                        + Files.readString(log).strip());
            }
        }
        return helper;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where a program of the system is; null when it is not installed. */
    static Path installed(String program) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook does the rest
        }
    }
}
