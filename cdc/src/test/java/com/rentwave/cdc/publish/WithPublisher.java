package com.rentwave.cdc.publish;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.ApiPosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowChange.Op;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecordJson;
import com.rentwave.sync.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;

/** A publisher that has come to a place in the log, with what it writes to Kafka. */
abstract class WithPublisher {

    static final String TOPIC = RowRecord.topic("vehicles", Side.LEGACY);

    final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    Publisher publisher;

    @BeforeEach
    void start() {
        kafka.initTransactions();
        publisher = publisherAt(100);
    }

    Publisher publisherAt(long lsn) {
        return publisherAt(lsn, 0);
    }

    Publisher publisherAt(long lsn, long copied) {
        return publisher(begunAt(lsn).with("vehicles", new ApiPosition(Phase.STREAMING, 0, new Lsn(copied))));
    }

    Publisher publisher(CapturePosition position) {
        return new Publisher(Side.LEGACY, new CaptureTopics("legacy", kafka), position);
    }

    static CapturePosition begunAt(long lsn) {
        return CapturePosition.begun(Phase.STREAMING, "7", 1, new Lsn(lsn));
    }

    void transaction(String tx, long lsn, int rows) {
        publisher.accept(new StreamEvent.Begin(tx));
        rows(rows);
        publisher.accept(new StreamEvent.Commit(new Lsn(lsn)));
    }

    void rows(int count) {
        for (int i = 0; i < count; i++) {
            publisher.accept(row(i));
        }
    }

    void mark(String prefix, String content, long lsn) {
        publisher.accept(new StreamEvent.Mark(prefix, content, new Lsn(lsn)));
    }

    static StreamEvent row(long id) {
        return new StreamEvent.Row("vehicles", new RowChange("t_veh", Op.INSERT, Map.of("veh_id", id)));
    }

    static StreamEvent event(String key) {
        return new StreamEvent.Event(new OutboxEvent(key, key.getBytes(StandardCharsets.UTF_8)));
    }

    List<String> events() {
        return kafka.history().stream()
                .filter(r -> r.topic().equals(CaptureTopics.EVENTS))
                .map(ProducerRecord::key)
                .toList();
    }

    List<RowRecord> published() {
        return kafka.history().stream()
                .filter(r -> r.topic().equals(TOPIC))
                .map(r -> RowRecordJson.read(r.value()))
                .toList();
    }

    String storedPosition() {
        List<ProducerRecord<String, byte[]>> stored = kafka.history().stream()
                .filter(r -> r.topic().equals(CapturePositions.TOPIC))
                .toList();
        return new String(stored.get(stored.size() - 1).value(), StandardCharsets.UTF_8);
    }
}
