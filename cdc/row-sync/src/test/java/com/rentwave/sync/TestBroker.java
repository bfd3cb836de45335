package com.rentwave.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.awaitility.Awaitility;

/** A real Kafka broker of one node in this JVM. */
final class TestBroker implements AutoCloseable {

    private static TestBroker shared;

    private final Properties properties = new Properties();
    private final int port = freePort();
    private final Path folder;
    private KafkaRaftServer server;

    TestBroker() {
        try {
            int controller = freePort();
            while (controller == port) {
                controller = freePort();
            }
            folder = Servers.folder("kafka");
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
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("log.segment.bytes", "1048576")));
            Path file = folder.resolve("broker.properties");
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

    /** One broker for all tests of the run that do not stop it. */
    static synchronized TestBroker shared() {
        if (shared == null) {
            shared = new TestBroker();
        }
        return shared;
    }

    static synchronized void stopShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    void start() {
        server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Deletes a topic and waits until its name can be used again. */
    void deleteTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(name)).all().get();
            Awaitility.await("topic is gone")
                    .until(() -> !admin.listTopics().names().get().contains(name));
        }
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address()));
    }

    @Override
    public void close() {
        stop();
        Servers.delete(folder);
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
