package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link DyingCoordinator} as its parent sees it. It starts by itself and waits until it is told what to do. */
final class ChildCoordinator implements AutoCloseable {

    private static final long LIMIT_SECONDS = 120;
    private static final int SIGKILL = 128 + 9;

    private final Path log;
    private final Process process;
    private final BufferedReader says;

    /** @param folder for its log and what it keeps while it runs */
    ChildCoordinator(TwoSides sides, Path folder) throws IOException {
        log = Files.createTempFile(folder, "coordinator", ".log");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx160m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingCoordinator.class.getName(),
                        sides.address()))
                .redirectError(log.toFile())
                .start();
        says = process.inputReader();
    }

    /** Has it work on the running move until it is dead. */
    void die(DyingCoordinator.Order order) throws Exception {
        begin(order);
        if (order.way() == DyingCoordinator.Way.IS_KILLED) {
            hears(DyingCoordinator.THERE);
            process.destroyForcibly();
        }
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                .as(this::log)
                .isTrue();
        assertThat(process.exitValue())
                .as(this::log)
                .isEqualTo(order.way() == DyingCoordinator.Way.IS_KILLED ? SIGKILL : DyingCoordinator.HALTED);
    }

    /** Has it work on the running move until it is stopped with all its threads. */
    void stop(DyingCoordinator.Order order) throws Exception {
        begin(order);
        hears(DyingCoordinator.THERE);
        signal("-STOP");
    }

    /** It goes on where it was stopped, until it has nothing more to do. */
    void wakeUp() throws Exception {
        tell("go on");
        signal("-CONT");
        hears(DyingCoordinator.ENDED);
    }

    private void begin(DyingCoordinator.Order order) throws Exception {
        hears(DyingCoordinator.READY);
        tell(order.line());
    }

    private void tell(String line) throws IOException {
        process.outputWriter().append(line).append('\n').flush();
    }

    /** By the shell's own command: small systems have no other. */
    private void signal(String signal) throws IOException, InterruptedException {
        String kill = "kill " + signal + " " + process.pid();
        assertThat(new ProcessBuilder("sh", "-c", kill).start().waitFor())
                .as(kill)
                .isZero();
    }

    private void hears(String word) throws InterruptedException, ExecutionException, TimeoutException {
        String line = CompletableFuture.supplyAsync(this::readLine).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as(this::log).isEqualTo(word);
    }

    private String readLine() {
        try {
            return says.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
