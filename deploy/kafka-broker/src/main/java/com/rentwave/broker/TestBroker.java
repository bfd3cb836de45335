package com.rentwave.broker;

import com.rentwave.servers.ServerFolder;
import com.rentwave.servers.ServerPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real Kafka broker of one node in a process of its own, to be killed and started again. */
public final class TestBroker implements AutoCloseable {

    private static final long SECONDS_TO_START = 90;
    private static final long POLL_NANOS = 50_000_000;
    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            broker.heartbeat.interval.ms=500
            broker.session.timeout.ms=4000
            log.cleaner.dedupe.buffer.size=33554432
            """;

    private static final int LOWEST_PORT = 20_000;
    private static final int LOWEST_CONTROLLER_PORT = 26_000;

    private final int port = ServerPort.free(LOWEST_PORT);
    private final ServerFolder folder = ServerFolder.make("rentwave-kafka");
    private final Path settings;
    private Process process;

    /** Starts a broker with an empty log. */
    public TestBroker() {
        try {
            settings = Files.writeString(
                    folder.resolve("server.properties"),
                    SETTINGS.formatted(port, ServerPort.free(LOWEST_CONTROLLER_PORT), folder.resolve("log")));
            Process format = java(
                    "kafka.tools.StorageTool",
                    "format",
                    "--cluster-id",
                    "rentwavetestsrentwav00",
                    "--config",
                    settings.toString());
            if (!format.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || format.exitValue() != 0) {
                throw new IllegalStateException("the broker's storage cannot be formatted");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        start();
    }

    /** Starts it again after {@link #kill}; its log is as it was. */
    public void start() {
        try {
            process = java("kafka.Kafka", settings.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the broker does not start");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** SIGKILL. */
    public void kill() {
        try {
            if (!process.destroyForcibly().waitFor(SECONDS_TO_START, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the broker does not end");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** For {@code bootstrap.servers}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
        folder.delete();
    }

    private static Process java(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                jars().resolve("*").toString(),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What this module's build has collected; tests run somewhere below the folder of all modules. */
    private static Path jars() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path jars = at.resolve("deploy/kafka-broker/target/lib");
            if (Files.isDirectory(jars)) {
                return jars;
            }
        }
        throw new IllegalStateException("build the module kafka-broker first");
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted");
    }
}
