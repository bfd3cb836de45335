package com.rentwave.cdc.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.ApiPosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowChange.Op;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
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
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final String TOPIC = RowRecord.topic("vehicles", Side.LEGACY);

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private Publisher publisher;

    @BeforeEach
    void start() {
        kafka.initTransactions();
        publisher = publisherAt(100);
    }

    @Test
    void commitsOnlyBetweenSourceTransactions() {
        transaction("1", 200, 1);
        publisher.accept(new StreamEvent.Begin("2"));
        publisher.accept(row(2));

        assertThat(publisher.publish()).isTrue();

        assertThat(published()).extracting(RowRecord::tx).containsExactly("1");
        assertThat(storedPosition()).isEqualTo("STREAMING 7:1:0/C8 vehicles=STREAMING:0:0/0");
        assertThat(publisher.isBetweenTransactions()).isFalse();
    }

    @Test
    void keepsTheKafkaTransactionOpenWhilePartsOfALargeTransactionAreOut() {
        publisher.accept(new StreamEvent.Begin("1"));
        rows(501);

        assertThat(publisher.publish()).isFalse();
        assertThat(published()).isEmpty();

        publisher.accept(new StreamEvent.Commit(new Lsn(200)));
        assertThat(publisher.publish()).isTrue();
        assertThat(published()).extracting(RowRecord::last).containsExactly(false, true);
        assertThat(published()).extracting(r -> r.lsn().value()).containsExactly(100L, 200L);
    }

    @Test
    void dropsWhatTheSourceRepeats() {
        transaction("1", 90, 1);
        mark(Publisher.BARRIER, "{\"api\":\"vehicles\",\"id\":\"old\"}", 95);
        transaction("2", 100, 1);
        mark(Publisher.HEARTBEAT, "", 100);
        transaction("3", 110, 1);

        publisher.publish();

        assertThat(published()).extracting(RowRecord::tx).containsExactly("3");
    }

    @Test
    void takesBackThePartsOfALargeTransactionThatTurnsOutToBeRepeated() {
        publisher.accept(new StreamEvent.Begin("1"));
        rows(1_200);
        publisher.accept(new StreamEvent.Commit(new Lsn(100)));
        transaction("2", 110, 1);

        publisher.publish();

        assertThat(published()).extracting(RowRecord::tx).containsExactly("2");
    }

    @Test
    void stampsATransactionWithTheEpochItCommitsWith() {
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(new StreamEvent.Mark(Publisher.BARRIER, "{\"id\":\"b\", \"api\":\"vehicles\"}", new Lsn(150)));
        publisher.accept(row(1));
        publisher.accept(new StreamEvent.Ownership("vehicles", 5));
        publisher.accept(new StreamEvent.Commit(new Lsn(200)));
        transaction("2", 300, 1);

        publisher.publish();

        assertThat(published()).extracting(RowRecord::epoch).containsOnly(5L);
        assertThat(published()).extracting(RowRecord::kind).containsExactly(Kind.CHANGES, Kind.BARRIER, Kind.CHANGES);
        assertThat(published()).extracting(r -> r.lsn().value()).containsExactly(200L, 200L, 300L);
    }

    @Test
    void tellsTheEpochOfATransactionThatTouchesNothingElse() {
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(new StreamEvent.Ownership("vehicles", 5));
        publisher.accept(new StreamEvent.Commit(new Lsn(200)));

        publisher.publish();

        assertThat(published()).extracting(RowRecord::kind).containsExactly(Kind.HEARTBEAT);
        assertThat(published()).extracting(RowRecord::epoch).containsExactly(5L);
        assertThat(storedPosition()).isEqualTo("STREAMING 7:1:0/C8 vehicles=STREAMING:5:0/0");
    }

    @Test
    void publishesOneHeartbeatForManyAndNoneBehindWhichRowsFollow() {
        mark(Publisher.HEARTBEAT, "", 110);
        mark(Publisher.HEARTBEAT, "", 120);
        transaction("1", 130, 1);
        publisher.publish();
        mark(Publisher.HEARTBEAT, "", 140);
        mark(Publisher.HEARTBEAT, "", 150);
        publisher.publish();

        assertThat(published()).extracting(RowRecord::kind).containsExactly(Kind.CHANGES, Kind.HEARTBEAT);
        assertThat(published()).extracting(r -> r.lsn().value()).containsExactly(130L, 150L);
    }

    @Test
    void ignoresBarriersOfAnotherApiAndWhatIsNoBarrier() {
        mark(Publisher.BARRIER, "{\"api\":\"rentals\",\"id\":\"b\"}", 110);
        mark(Publisher.BARRIER, "not JSON", 120);
        mark(Publisher.BARRIER, "{\"api\":\"vehicles\"}", 130);

        publisher.publish();

        assertThat(published()).extracting(RowRecord::kind).containsExactly(Kind.HEARTBEAT);
        assertThat(published()).extracting(r -> r.lsn().value()).containsExactly(130L);
    }

    @Test
    void publishesTheEventsOfATransactionTogetherWithItsRows() {
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(row(1));
        publisher.accept(event("vehicle:1"));
        publisher.accept(new StreamEvent.Mark(Publisher.BARRIER, "{\"api\":\"vehicles\",\"id\":\"b\"}", new Lsn(150)));
        publisher.accept(event("vehicle:2"));
        assertThat(kafka.history()).isEmpty();
        publisher.accept(new StreamEvent.Commit(new Lsn(200)));

        publisher.publish();

        assertThat(kafka.commitCount()).isEqualTo(1);
        assertThat(kafka.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(TOPIC, CaptureTopics.EVENTS, CaptureTopics.EVENTS, TOPIC, CapturePositions.TOPIC);
        assertThat(events()).containsExactly("vehicle:1", "vehicle:2");
    }

    @Test
    void dropsEventsThatTheSourceRepeats() {
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(event("vehicle:1"));
        publisher.accept(new StreamEvent.Commit(new Lsn(100)));
        publisher.accept(new StreamEvent.Begin("2"));
        publisher.accept(event("vehicle:2"));
        publisher.accept(new StreamEvent.Commit(new Lsn(110)));

        publisher.publish();

        assertThat(events()).containsExactly("vehicle:2");
    }

    @Test
    void publishesEventsButNoRowsBeforeTheApiIsArmed() {
        publisher = publisher(begunAt(100));
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(row(1));
        publisher.accept(event("vehicle:1"));
        publisher.accept(new StreamEvent.Ownership("vehicles", 5));
        publisher.accept(new StreamEvent.Commit(new Lsn(200)));
        mark(Publisher.BARRIER, "{\"api\":\"vehicles\",\"id\":\"b\"}", 210);

        publisher.publish();

        assertThat(published()).isEmpty();
        assertThat(events()).containsExactly("vehicle:1");
        assertThat(storedPosition()).isEqualTo("STREAMING 7:1:0/D2");
    }

    @Test
    void leavesOutRowsThatTheFirstCopyHoldsButNoneOfTheirEvents() {
        publisher = publisherAt(100, 300);
        publisher.accept(new StreamEvent.Begin("1"));
        rows(600);
        publisher.accept(event("vehicle:1"));
        publisher.accept(new StreamEvent.Commit(new Lsn(200)));
        mark(Publisher.HEARTBEAT, "", 250);
        transaction("2", 300, 1);
        transaction("3", 310, 1);

        publisher.publish();

        assertThat(published()).extracting(RowRecord::tx).containsExactly("3");
        assertThat(published()).extracting(r -> r.lsn().value()).containsExactly(310L);
        assertThat(events()).containsExactly("vehicle:1");
    }

    @Test
    void keepsTheEventsBeforeALargeTransactionThatIsTakenBack() {
        publisher = publisherAt(100, 300);
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(event("vehicle:1"));
        publisher.accept(new StreamEvent.Commit(new Lsn(200)));
        publisher.accept(new StreamEvent.Begin("2"));
        rows(600);
        publisher.accept(new StreamEvent.Commit(new Lsn(210)));

        publisher.publish();

        assertThat(events()).containsExactly("vehicle:1");
        assertThat(published()).isEmpty();
    }

    @Test
    void tellsABarrierBehindTheFirstCopyNeverBeforeItsEnd() {
        publisher = publisherAt(100, 300);

        mark(Publisher.BARRIER, "{\"api\":\"vehicles\",\"id\":\"b\"}", 200);
        publisher.publish();

        assertThat(published()).extracting(RowRecord::barrier).containsExactly("b");
        assertThat(published()).extracting(r -> r.lsn().value()).containsExactly(300L);
    }

    @Test
    void commitsNothingWhenThereIsNothing() {
        assertThat(publisher.publish()).isTrue();

        assertThat(kafka.commitCount()).isZero();
    }

    @Test
    void refusesEventsThatAreNotInTheirOrder() {
        assertThatIllegalStateException().isThrownBy(() -> publisher.accept(row(1)));
        publisher.accept(new StreamEvent.Begin("1"));
        publisher.accept(row(1));
        assertThatIllegalStateException().isThrownBy(() -> publisher.accept(new StreamEvent.Begin("2")));
    }

    private Publisher publisherAt(long lsn) {
        return publisherAt(lsn, 0);
    }

    private Publisher publisherAt(long lsn, long copied) {
        return publisher(begunAt(lsn).with("vehicles", new ApiPosition(Phase.STREAMING, 0, new Lsn(copied))));
    }

    private Publisher publisher(CapturePosition position) {
        return new Publisher(Side.LEGACY, new CaptureTopics("legacy", kafka), position);
    }

    private static CapturePosition begunAt(long lsn) {
        return CapturePosition.begun(Phase.STREAMING, "7", 1, new Lsn(lsn));
    }

    private void transaction(String tx, long lsn, int rows) {
        publisher.accept(new StreamEvent.Begin(tx));
        rows(rows);
        publisher.accept(new StreamEvent.Commit(new Lsn(lsn)));
    }

    private void rows(int count) {
        for (int i = 0; i < count; i++) {
            publisher.accept(row(i));
        }
    }

    private void mark(String prefix, String content, long lsn) {
        publisher.accept(new StreamEvent.Mark(prefix, content, new Lsn(lsn)));
    }

    private static StreamEvent row(long id) {
        return new StreamEvent.Row("vehicles", new RowChange("t_veh", Op.INSERT, Map.of("veh_id", id)));
    }

    private static StreamEvent event(String key) {
        return new StreamEvent.Event(new OutboxEvent(key, key.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> events() {
        return kafka.history().stream()
                .filter(r -> r.topic().equals(CaptureTopics.EVENTS))
                .map(ProducerRecord::key)
                .toList();
    }

    private List<RowRecord> published() {
        return kafka.history().stream()
                .filter(r -> r.topic().equals(TOPIC))
                .map(r -> RowRecordJson.read(r.value()))
                .toList();
    }

    private String storedPosition() {
        List<ProducerRecord<String, byte[]>> stored = kafka.history().stream()
                .filter(r -> r.topic().equals(CapturePositions.TOPIC))
                .toList();
        return new String(stored.get(stored.size() - 1).value(), StandardCharsets.UTF_8);
    }
}
