package com.rentwave.sync;

import com.rentwave.broker.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Stands for capture: puts row records of one side on its topic, each source transaction in one Kafka transaction. */
final class SourceSide implements AutoCloseable {

    private final String topic;
    private final Side side;
    private final String systemId;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong lsn = new AtomicLong(0x100);
    private long epoch;

    SourceSide(TestBroker broker, String api, Side side, String systemId) {
        this.topic = RowRecord.topic(api, side);
        this.side = side;
        this.systemId = systemId;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    SourceSide atEpoch(long newEpoch) {
        epoch = newEpoch;
        return this;
    }

    static RowChange insert(Map<String, Object> row) {
        return change(RowChange.Op.INSERT, row);
    }

    static RowChange update(Map<String, Object> row) {
        return change(RowChange.Op.UPDATE, row);
    }

    static RowChange delete(Map<String, Object> row) {
        return change(RowChange.Op.DELETE, row);
    }

    private static RowChange change(RowChange.Op op, Map<String, Object> row) {
        return new RowChange(row.containsKey("veh_id") ? "t_veh" : "t_veh_idem", op, row);
    }

    /** One source transaction in one record. */
    RowRecord commit(RowChange... changes) {
        return send(record(RowRecord.Kind.CHANGES, null, List.of(changes)));
    }

    /** One source transaction in a record for each change. */
    void commitInParts(RowChange... changes) {
        List<RowRecord> parts = new ArrayList<>();
        RowRecord whole = record(RowRecord.Kind.CHANGES, null, List.of(changes));
        for (int i = 0; i < changes.length; i++) {
            parts.add(part(whole, i, i == changes.length - 1, List.of(changes[i])));
        }
        send(parts);
    }

    static RowRecord part(RowRecord whole, int number, boolean last, List<RowChange> changes) {
        return new RowRecord(
                whole.kind(),
                whole.api(),
                whole.side(),
                whole.epoch(),
                whole.systemId(),
                whole.timeline(),
                whole.lsn(),
                whole.tx(),
                number,
                last,
                null,
                changes);
    }

    /** A record that is not sent, at a place of its own in the log of any database cluster. */
    RowRecord unsent(RowRecord.Kind kind, String cluster, long place) {
        return new RowRecord(kind, "vehicles", side, epoch, cluster, 1, new Lsn(place), "77", 0, true, null, List.of());
    }

    RowRecord heartbeat() {
        return send(record(RowRecord.Kind.HEARTBEAT, null, List.of()));
    }

    RowRecord barrier(String id) {
        return send(record(RowRecord.Kind.BARRIER, id, List.of()));
    }

    RowRecord snapshotBegin() {
        return send(record(RowRecord.Kind.SNAPSHOT_BEGIN, null, List.of()));
    }

    RowRecord snapshot(RowChange... changes) {
        return send(record(RowRecord.Kind.SNAPSHOT, null, List.of(changes)));
    }

    RowRecord snapshotEnd() {
        return send(record(RowRecord.Kind.SNAPSHOT_END, null, List.of()));
    }

    private RowRecord record(RowRecord.Kind kind, String barrier, List<RowChange> changes) {
        long at = lsn.addAndGet(0x10);
        return new RowRecord(
                kind, "vehicles", side, epoch, systemId, 1, new Lsn(at), Long.toString(at), 0, true, barrier, changes);
    }

    RowRecord send(RowRecord record) {
        send(List.of(record));
        return record;
    }

    void send(List<RowRecord> records) {
        producer.beginTransaction();
        records.forEach(record -> producer.send(new ProducerRecord<>(topic, 0, null, RowRecordJson.write(record))));
        producer.commitTransaction();
    }

    void sendRaw(String value) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(StandardCharsets.UTF_8)));
        producer.commitTransaction();
    }

    void abort(RowChange... changes) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(
                topic, 0, null, RowRecordJson.write(record(RowRecord.Kind.CHANGES, null, List.of(changes)))));
        producer.flush();
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
