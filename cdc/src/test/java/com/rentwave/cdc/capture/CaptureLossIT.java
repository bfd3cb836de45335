package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.JavaProcess;
import com.rentwave.cdc.platform.Load;
import com.rentwave.cdc.platform.ReadingGate;
import com.rentwave.cdc.platform.Replica;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing is lost and nothing is doubled, whatever is killed while writers go on with rows that share one log position
 * (COPY and multi-row INSERT), with transactions of several statements, large ones and rolled back ones; rows and events
 * alike, and the events of one thing stay in order.
 */
class CaptureLossIT {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int WRITERS = 3;
    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final int KILLS = SOAK ? 20 : 3;
    private static final int OUTAGES = SOAK ? 5 : 1;

    private TestPostgres postgres;
    private TestBroker broker;
    private JavaProcess capture;
    private RowTopicReader topic;

    @BeforeEach
    void start() {
        postgres = new TestPostgres();
        broker = new TestBroker();
        topic = new RowTopicReader(broker, Side.LEGACY);
    }

    @AfterEach
    void stop() throws Exception {
        topic.close();
        if (capture != null) {
            capture.close();
        }
        broker.close();
        postgres.close();
    }

    @Test
    void handsOverFromTheFirstCopyToTheStreamWhileRowsAreWritten() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(9_000_001, 9_020_000, "Old"));
        try (Load load = new Load(postgres, WRITERS)) {
            awaitCommits(load, 50);
            startCapture();
            topic.await("end of the copy", r -> r.kind() == Kind.SNAPSHOT_END);
            awaitCommits(load, 100);
        }

        assertNothingLostOrDoubled(1);
    }

    @Test
    void losesNothingWhenTheCaptureIsKilledInTheMiddleOfTransactions() throws Exception {
        startCapture();
        topic.await("stream", r -> r.kind() == Kind.SNAPSHOT_END);
        try (Load load = new Load(postgres, WRITERS)) {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitRecords(10 + 3 * kill);
                capture.kill();
                awaitCommits(load, 10 * kill);
                startCapture();
            }
            awaitRecords(10);
        }

        assertNothingLostOrDoubled(1);
    }

    @Test
    void copiesAgainFromTheStartWhenItIsKilledInTheMiddleOfTheFirstCopy() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(9_000_001, 9_040_000, "Old"));
        try (Load load = new Load(postgres, WRITERS)) {
            try (ReadingGate gate = new ReadingGate(postgres, 9_039_999)) {
                startCapture();
                topic.await("first rows of the copy", r -> r.kind() == Kind.SNAPSHOT);
                gate.awaitReader();
                capture.kill();
            }
            assertThat(topic.records(Kind.SNAPSHOT_END)).isEmpty();
            awaitCommits(load, 20);
            startCapture();
            topic.await("end of the copy", r -> r.kind() == Kind.SNAPSHOT_END);
            awaitCommits(load, 20);
        }

        assertNothingLostOrDoubled(2);
    }

    @Test
    void losesNothingWhenPostgresIsKilled() throws Exception {
        startCapture();
        topic.await("stream", r -> r.kind() == Kind.SNAPSHOT_END);
        try (Load load = new Load(postgres, WRITERS)) {
            for (int kill = 0; kill < OUTAGES; kill++) {
                awaitRecords(20);
                postgres.kill();
                await("PostgreSQL is back").atMost(LONG).ignoreExceptions().until(() -> {
                    postgres.start();
                    return true;
                });
                awaitCommits(load, 20);
            }
            awaitRecords(20);
        }

        assertThat(capture.isAlive()).isTrue();
        assertNothingLostOrDoubled(1);
    }

    @Test
    void losesNothingWhenKafkaIsKilled() throws Exception {
        startCapture();
        topic.await("stream", r -> r.kind() == Kind.SNAPSHOT_END);
        try (Load load = new Load(postgres, WRITERS)) {
            for (int kill = 0; kill < OUTAGES; kill++) {
                awaitRecords(20);
                broker.kill();
                awaitCommits(load, 50);
                broker.start();
            }
            awaitRecords(20);
        }

        assertThat(capture.isAlive()).isTrue();
        assertNothingLostOrDoubled(1);
    }

    private void startCapture() {
        capture = new JavaProcess(
                CaptureProcess.class, Map.of(), postgres.source(Side.LEGACY).url(), broker.address());
    }

    private void awaitCommits(Load load, long more) {
        long wanted = load.commits() + more;
        await("commits").atMost(LONG).until(() -> load.commits() >= wanted);
    }

    private void awaitRecords(int more) {
        int wanted = topic.records(Kind.CHANGES).size() + more;
        await("records").atMost(LONG).until(() -> topic.records(Kind.CHANGES).size() >= wanted);
    }

    private void assertNothingLostOrDoubled(int copies) throws SQLException {
        String barrier = UUID.randomUUID().toString();
        postgres.run(
                Side.LEGACY,
                "SELECT pg_logical_emit_message(true, 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"" + barrier
                        + "\"}')");
        topic.awaitBarrier(barrier);
        Replica replica = Replica.of(Side.LEGACY, topic.records());

        assertThat(replica.faults()).isEmpty();
        assertThat(replica.copies()).isEqualTo(copies);
        assertThat(replica.rows("t_veh")).isEqualTo(Replica.stored(postgres, Side.LEGACY, "t_veh"));
        assertThat(replica.rows("t_veh_idem")).isEqualTo(Replica.stored(postgres, Side.LEGACY, "t_veh_idem"));
        assertEveryEventOnceAndInOrder();
    }

    private void assertEveryEventOnceAndInOrder() throws SQLException {
        List<String> stored = postgres.column(Side.LEGACY, "SELECT evt_id FROM t_outbx");
        Map<String, Long> newest = new HashMap<>();
        try (EventReader events = new EventReader(broker)) {
            assertThat(events.all())
                    .hasSizeGreaterThan(20)
                    .extracting(event -> event.path("id").textValue())
                    .containsExactlyInAnyOrderElementsOf(stored);
            assertThat(events.all()).allSatisfy(event -> {
                Long number = event.path("data").path("n").longValue();
                assertThat(number).isGreaterThan(newest.getOrDefault(EventReader.key(event), 0L));
                newest.put(EventReader.key(event), number);
            });
        }
    }
}
