package com.rentwave.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads an API's row topic from a given offset on and puts the parts of each source transaction together again. */
final class RowStream implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final TopicPartition partition;
    private final Side source;
    private final String api;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<RowRecord> open = new ArrayList<>();

    RowStream(ApplierSettings settings) {
        this.partition = new TopicPartition(settings.stream(), 0);
        this.source = settings.source();
        this.api = settings.api();
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        1,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        250,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        settings.origin()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
    }

    /** Why nothing can be read at the moment; null when the topic is there. */
    String obstacle() throws RowsRefusedException {
        try {
            List<PartitionInfo> partitions = consumer.partitionsFor(partition.topic(), ANSWER);
            if (partitions == null || partitions.isEmpty()) {
                return "topic " + partition.topic() + " does not exist yet";
            }
            if (partitions.size() != 1) {
                throw new RowsRefusedException("topic " + partition.topic() + " has " + partitions.size()
                        + " partitions; only one keeps the order");
            }
            return null;
        } catch (TimeoutException e) {
            return "Kafka does not answer";
        }
    }

    /** Asks the broker for a sign of life; null when it answers. */
    String silence() {
        try {
            consumer.endOffsets(List.of(partition), ANSWER);
            return null;
        } catch (TimeoutException e) {
            return "Kafka does not answer";
        }
    }

    void seek(long offset) {
        open.clear();
        consumer.seek(partition, offset);
    }

    /** The source transactions that are complete by now; waits a moment for the first. */
    List<SourceTransaction> poll() throws RowsRefusedException {
        try {
            List<SourceTransaction> complete = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(LONGEST_WAIT)) {
                add(message, complete);
            }
            return complete;
        } catch (InvalidOffsetException e) {
            throw new RowsRefusedException(
                    "records are missing: the stored offset is not in topic " + partition.topic() + " ("
                            + e.getMessage() + ')',
                    e);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> message, List<SourceTransaction> complete)
            throws RowsRefusedException {
        RowRecord record = read(message);
        boolean part = record.kind() == RowRecord.Kind.CHANGES;
        if (part ? record.part() != open.size() || !sameTransaction(record) : !open.isEmpty()) {
            throw new RowsRefusedException(at(message) + " is not the part that comes next in its transaction");
        }
        open.add(record);
        if (!part || record.last()) {
            complete.add(new SourceTransaction(open, message.offset() + 1));
            open.clear();
        }
    }

    private boolean sameTransaction(RowRecord record) {
        return open.isEmpty() || Objects.equals(open.get(0).tx(), record.tx());
    }

    private RowRecord read(ConsumerRecord<byte[], byte[]> message) throws RowsRefusedException {
        RowRecord record;
        try {
            record = RowRecordJson.read(message.value() == null ? new byte[0] : message.value());
        } catch (RuntimeException e) {
            throw new RowsRefusedException(at(message) + ": " + e.getMessage(), e);
        }
        if (record.side() != source || !record.api().equals(api)) {
            throw new RowsRefusedException(at(message) + " is of " + record.api() + " from "
                    + record.side().word());
        }
        return record;
    }

    private String at(ConsumerRecord<byte[], byte[]> message) {
        return "record " + message.offset() + " of " + partition.topic();
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
