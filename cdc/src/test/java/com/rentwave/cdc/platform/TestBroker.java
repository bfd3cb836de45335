package com.rentwave.cdc.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** A real Kafka broker of one node in a process of its own. */
public final class TestBroker implements AutoCloseable {

    private final Properties properties = new Properties();
    private final int port = freePort();
    private final Path folder;
    private final Path file;
    private JavaProcess process;

    public TestBroker() {
        try {
            int controller = freePort();
            while (controller == port) {
                controller = freePort();
            }
            folder = Files.createTempDirectory("rentwave-kafka");
            properties.putAll(Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", "1"),
                    Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
                    Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
                    Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry("log.dirs", folder.resolve("data").toString()),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("auto.create.topics.enable", "false")));
            file = folder.resolve("broker.properties");
            try (Writer out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
            String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            if (StorageTool.execute(format, new PrintStream(output)) != 0) {
                throw new IllegalStateException(output.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    public void start() {
        process = new JavaProcess("kafka.Kafka", Map.of(), file.toString());
        Awaitility.await("broker")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(this::answers);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            Awaitility.await("cluster")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() ->
                            List.copyOf(admin.describeCluster().nodes().get()).size() == 1);
        }
    }

    /** Deletes all topics of the product and waits until their names can be used again. */
    public void deleteTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("rentwave."))
                    .toList();
            admin.deleteTopics(topics).all().get();
            Awaitility.await("topics are gone")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the broker has ended");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
        Folders.delete(folder);
    }

    /** Below the ports the system hands out by itself: else a client could get it while the server is away. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
