package com.rentwave.cdc.platform;

import com.rentwave.broker.TestBroker;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.RowRecordJson;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Reads a side's row topic from its beginning, committed records only. */
public final class RowTopicReader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<RowRecord> records = new ArrayList<>();

    public RowTopicReader(TestBroker broker, Side side) {
        this(broker, "vehicles", side);
    }

    public RowTopicReader(TestBroker broker, String api, Side side) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.address(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(RowRecord.topic(api, side), 0)));
    }

    /** All records so far. */
    public List<RowRecord> records() {
        consumer.poll(Duration.ofMillis(2)).forEach(message -> records.add(RowRecordJson.read(message.value())));
        return records;
    }

    /** All records that were committed by now. */
    public List<RowRecord> all() {
        List<TopicPartition> partition = List.copyOf(consumer.assignment());
        long end = consumer.endOffsets(partition).get(partition.get(0));
        while (consumer.position(partition.get(0)) < end) {
            records();
        }
        return records;
    }

    public List<RowRecord> records(Kind kind) {
        return records().stream().filter(r -> r.kind() == kind).toList();
    }

    /** Waits until a record is there. */
    public RowRecord await(String what, Predicate<RowRecord> wanted) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> records().stream().anyMatch(wanted));
        return records.stream().filter(wanted).findFirst().orElseThrow();
    }

    public RowRecord awaitBarrier(String id) {
        return await("barrier " + id, r -> id.equals(r.barrier()));
    }

    /** All rows that were published, in order. */
    public List<RowChange> changes(Kind kind) {
        return records.stream()
                .filter(r -> r.kind() == kind)
                .flatMap(r -> r.changes().stream())
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
