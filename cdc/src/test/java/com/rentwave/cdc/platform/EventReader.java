package com.rentwave.cdc.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.broker.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all domain events from their beginning, committed ones only. */
public final class EventReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<JsonNode> events = new ArrayList<>();

    public EventReader(TestBroker broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.address(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition("rentwave.events", 0)));
    }

    /** What inserts an event of the monolith, with a number in its data. */
    public static String insertLegacy(String aggregate, String id, long number) {
        return insertLegacy(aggregate, id, number, "'2026-11-20 09:00:00.12345'");
    }

    /** The same, at the present time. */
    public static String insertLegacyNow(String aggregate, String id, long number) {
        return insertLegacy(aggregate, id, number, "clock_timestamp() AT TIME ZONE 'UTC'");
    }

    private static String insertLegacy(String aggregate, String id, long number, String time) {
        return "INSERT INTO t_outbx VALUES (gen_random_uuid(), '" + aggregate + "', '" + id
                + "', 'vehicle.update', 7, NULL, " + time + ", '{\"n\":" + number + "}')";
    }

    /** All events that were committed by now. */
    public List<JsonNode> all() {
        List<TopicPartition> partition = List.copyOf(consumer.assignment());
        long end = consumer.endOffsets(partition).get(partition.get(0));
        while (consumer.position(partition.get(0)) < end) {
            consumer.poll(Duration.ofMillis(50)).forEach(message -> events.add(read(message)));
        }
        return events;
    }

    /** The events of one thing, by its key. */
    public List<JsonNode> of(String key) {
        return all().stream().filter(event -> key.equals(key(event))).toList();
    }

    public static String key(JsonNode event) {
        return event.path("aggregate").path("type").textValue()
                + ':'
                + event.path("aggregate").path("id").textValue();
    }

    private static JsonNode read(ConsumerRecord<String, byte[]> message) {
        try {
            JsonNode event = JSON.readTree(message.value());
            if (!key(event).equals(message.key())) {
                throw new IllegalStateException("key " + message.key() + " of " + event);
            }
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
