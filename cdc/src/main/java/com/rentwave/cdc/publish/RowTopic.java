package com.rentwave.cdc.publish;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecordJson;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes the row topic of one API and side in Kafka transactions that also carry the capture's position. Opening it ends
 * every transaction of an earlier writer and shuts that writer out.
 */
public final class RowTopic implements AutoCloseable {

    private static final Duration LONGEST_CREATION = Duration.ofSeconds(10);

    private final String api;
    private final String topic;
    private final Producer<String, byte[]> producer;
    private boolean inTransaction;

    RowTopic(String api, String topic, Producer<String, byte[]> producer) {
        this.api = api;
        this.topic = topic;
        this.producer = producer;
    }

    /** @throws KafkaException when Kafka is not there */
    public static RowTopic open(String bootstrapServers, String api, Side side) {
        String topic = RowRecord.topic(api, side);
        createTopics(bootstrapServers, topic);
        KafkaProducer<String, byte[]> producer =
                producer(bootstrapServers, "rentwave.capture." + api + '.' + side.word());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new RowTopic(api, topic, producer);
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers, String transactionalId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // More at once would only be refused at the start of each transaction, and sent again.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 3);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        // A large source transaction may stay open for long; a dead writer's is ended by the next one anyway.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 600_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static void createTopics(String bootstrapServers, String topic) {
        // Order needs one partition; rows are kept until a later release compacts what both sides have applied.
        NewTopic rows = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(16 << 20)));
        NewTopic positions = new NewTopic(CapturePositions.TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        String.valueOf(4 << 20),
                        TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                        "0.2"));
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            for (NewTopic wanted : List.of(positions, rows)) {
                create(admin, wanted);
            }
        }
    }

    private static void create(Admin admin, NewTopic wanted) {
        try {
            admin.createTopics(List.of(wanted)).all().get(LONGEST_CREATION.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "cannot create topic " + wanted.name() + ": "
                                + e.getCause().getMessage(),
                        e);
            }
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /** Sends a record in the open transaction, or in a new one. */
    void send(RowRecord record) {
        begin();
        producer.send(new ProducerRecord<>(topic, 0, null, RowRecordJson.write(record)));
    }

    /** Commits what was sent together with the position it reaches. After an exception only a new writer may go on. */
    public void commit(CapturePosition position) {
        begin();
        producer.send(CapturePositions.record(api, position));
        producer.commitTransaction();
        inTransaction = false;
    }

    /** Drops what was sent since the last commit. */
    void abort() {
        if (inTransaction) {
            producer.abortTransaction();
            inTransaction = false;
        }
    }

    private void begin() {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
