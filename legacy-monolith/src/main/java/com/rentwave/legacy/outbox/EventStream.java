package com.rentwave.legacy.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The one partition of all domain events, read from wherever the inbox says; committed ones only. */
final class EventStream implements AutoCloseable {

    /** The topic. */
    static final String TOPIC = "rentwave.events";

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 200;

    /** Each receipt is a transaction; so the events of a moment are received together. */
    private static final int MILLISECONDS_TO_GATHER = 50;

    private static final int ENOUGH_BYTES = 64 << 10;

    private final KafkaConsumer<String, byte[]> consumer;

    EventStream(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "legacy-monolith",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        MOST_AT_ONCE,
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        ENOUGH_BYTES,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        MILLISECONDS_TO_GATHER,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(PARTITION));
    }

    /** Why nothing can be read at the moment; null when the topic is there. */
    String obstacle() {
        try {
            List<PartitionInfo> partitions = consumer.partitionsFor(TOPIC, ANSWER);
            return partitions == null || partitions.isEmpty() ? "topic " + TOPIC + " does not exist yet" : silence();
        } catch (TimeoutException e) {
            return "Kafka does not answer";
        }
    }

    /** Asks the broker for a sign of life; null when it answers. */
    String silence() {
        try {
            consumer.endOffsets(List.of(PARTITION), ANSWER);
            return null;
        } catch (TimeoutException e) {
            return "Kafka does not answer";
        }
    }

    void seek(long offset) {
        consumer.seek(PARTITION, offset);
    }

    /** What comes next; waits a moment for the first. */
    List<ConsumerRecord<String, byte[]>> poll() {
        return consumer.poll(LONGEST_WAIT).records(PARTITION);
    }

    /** Makes a poll in another thread return. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(ANSWER));
    }
}
