package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what has really been published in a topic, committed transactions only. */
final class Topic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final String name;
    private final Duration patience;

    /** @param patience how long to wait for a message that is not there yet */
    Topic(String bootstrapServers, String name, Duration patience) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        this.patience = patience;
    }

    /**
     * The n-th message that is meant, counted from 1 and from the topic's beginning.
     *
     * @return its bytes; null when it does not come in time
     */
    byte[] find(int nth, Predicate<JsonNode> meant) throws IOException {
        int found = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            TopicPartition only = new TopicPartition(name, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; ) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                    if (one.value() != null && meant.test(json(one.value())) && ++found == nth) {
                        return one.value();
                    }
                }
            }
            return null;
        } catch (KafkaException e) {
            throw new IOException("the topic " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private JsonNode json(byte[] message) throws IOException {
        try {
            return Http.JSON.readTree(message);
        } catch (IOException e) {
            throw new IOException("a message in " + name + " is not JSON", e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
