package com.rentwave.cdc.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.cdc.position.CapturePositions;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Events go their way whatever becomes of the rows: before an API is armed, and behind its first copy. */
class PublisherCopyTest extends WithPublisher {

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
}
