package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker, one node in both KRaft roles, with its log in the data folder. */
final class KafkaBroker extends ProcessPart {

    private static final int HEAP_MEGABYTES = 320;
    private static final Duration FORMAT_LIMIT = Duration.ofSeconds(60);
    private static final int MILLIS_TO_ANSWER = 5000;

    private final Path home;

    KafkaBroker(Site site) {
        super(site, PartName.KAFKA.text());
        this.home = site.folder().of(name());
    }

    @Override
    List<Integer> ports() {
        return List.of(site.ports().kafka(), site.ports().kafkaController());
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    private Path settingsFile() {
        return home.resolve("server.properties");
    }

    /** One node: every internal topic has one replica. A record of 500 large rows must fit into a message. */
    private String settings() {
        return """
                # Written by rentwave at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                # After a kill the broker may come back only when its old session is over.
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=4000
                message.max.bytes=33554432
                replica.fetch.max.bytes=33554432
                log.cleaner.dedupe.buffer.size=33554432
                num.network.threads=2
                num.io.threads=4
                """.formatted(port(), site.ports().kafkaController(), home.resolve("log"));
    }

    @Override
    void prepare() {
        try {
            Files.createDirectories(home);
            Files.writeString(settingsFile(), settings());
            if (!Files.exists(home.resolve("log").resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new PlatformException("Kafka's folder " + home + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void format() throws IOException {
        List<String> command = command(List.of("-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                settingsFile().toString()));
        Path log = site.folder().logFile("kafka-format");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(FORMAT_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new PlatformException("Kafka's storage cannot be formatted:\n    "
                        + String.join("\n    ", new PartLog(log).tail(10)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.");
        }
    }

    private List<String> command(List<String> more) {
        List<String> command = JavaRuntime.command(name(), site.folder(), HEAP_MEGABYTES, more);
        command.add("-cp");
        command.add(site.artefacts().brokerClassPath());
        return command;
    }

    @Override
    Launch launch() {
        List<String> command = command(List.of("-Djava.awt.headless=true"));
        command.add("kafka.Kafka");
        command.add(settingsFile().toString());
        return new Launch(command, Map.of(), home, settings());
    }

    @Override
    Health probe() {
        if (!FreePorts.answers(port())) {
            return Health.unhealthy("nothing listens on port " + port() + " yet");
        }
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                MILLIS_TO_ANSWER,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                MILLIS_TO_ANSWER);
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(MILLIS_TO_ANSWER, TimeUnit.MILLISECONDS);
            return Health.healthy();
        } catch (ExecutionException e) {
            return Health.unhealthy(e.getCause().getMessage());
        } catch (TimeoutException e) {
            return Health.unhealthy("no answer within " + MILLIS_TO_ANSWER / 1000 + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.");
        }
    }
}
