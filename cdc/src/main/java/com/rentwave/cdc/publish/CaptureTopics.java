package com.rentwave.cdc.publish;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecordJson;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
 * Writes what is captured from one database, rows and events, in Kafka transactions that also carry the capture's position.
 * Opening it ends every transaction of an earlier writer and shuts that writer out.
 */
public final class CaptureTopics implements AutoCloseable {

    /** The topic of all domain events; one partition. */
    public static final String EVENTS = "rentwave.events";

    private static final Duration LONGEST_CREATION = Duration.ofSeconds(10);

    private final String capture;
    private final Producer<String, byte[]> producer;
    private boolean inTransaction;

    CaptureTopics(String capture, Producer<String, byte[]> producer) {
        this.capture = capture;
        this.producer = producer;
    }

    /**
     * @param capture names the captured database
     * @param apis whose rows it holds
     * @throws KafkaException when Kafka is not there
     */
    public static CaptureTopics open(String bootstrapServers, String capture, Side side, Collection<String> apis) {
        createTopics(bootstrapServers, side, apis);
        KafkaProducer<String, byte[]> producer = producer(bootstrapServers, "rentwave.capture." + capture);
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new CaptureTopics(capture, producer);
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

    private static void createTopics(String bootstrapServers, Side side, Collection<String> apis) {
        List<NewTopic> wanted = new ArrayList<>();
        apis.forEach(api -> wanted.add(keptTopic(RowRecord.topic(api, side))));
        wanted.add(keptTopic(EVENTS));
        NewTopic positions = new NewTopic(CapturePositions.TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        String.valueOf(4 << 20),
                        TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                        "0.2"));
        wanted.add(positions);
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            wanted.forEach(topic -> create(admin, topic));
        }
    }

    /** Order needs one partition; nothing is deleted until a later release knows what every reader has. */
    private static NewTopic keptTopic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(16 << 20)));
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
        producer.send(new ProducerRecord<>(
                RowRecord.topic(record.api(), record.side()), 0, null, RowRecordJson.write(record)));
    }

    /** Sends an event in the open transaction, or in a new one. */
    public void send(OutboxEvent event) {
        begin();
        producer.send(new ProducerRecord<>(EVENTS, 0, event.key(), event.json()));
    }

    /** Commits what was sent together with the position it reaches. After an exception only a new writer may go on. */
    public void commit(CapturePosition position) {
        begin();
        producer.send(CapturePositions.record(capture, position));
        producer.commitTransaction();
        inTransaction = false;
    }

    /** Drops what was sent since the last commit. */
    public void abort() {
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
