package com.rentwave.cdc.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of source transactions, and of barriers and heartbeats. */
class PublisherTest extends WithPublisher {

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
}
