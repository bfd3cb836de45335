package com.rentwave.cdc.position;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The stored positions of all captures, in one compacted topic. The newest record of a key counts. */
public final class CapturePositions {

    /** The compacted topic; one partition. */
    public static final String TOPIC = "rentwave.capture.positions";

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final String bootstrapServers;

    public CapturePositions(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The record that stores a capture's position; to be sent in the Kafka transaction of what it covers. */
    public static ProducerRecord<String, byte[]> record(String capture, CapturePosition position) {
        return new ProducerRecord<>(TOPIC, 0, capture, position.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The stored position. Ask only after the producer's transactions were initialised: then no transaction of an earlier
     * life is still open.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka cannot tell
     */
    public Optional<CapturePosition> read(String capture) {
        String found = null;
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.assign(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION), ANSWER).get(PARTITION);
            consumer.seekToBeginning(List.of(PARTITION));
            while (consumer.position(PARTITION, ANSWER) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    if (capture.equals(record.key())) {
                        found = record.value();
                    }
                }
            }
        }
        return Optional.ofNullable(found).map(CapturePosition::parse);
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
