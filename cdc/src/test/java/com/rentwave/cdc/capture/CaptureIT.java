package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestBroker;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One capture on a real PostgreSQL, publishing to a real Kafka. */
class CaptureIT {

    private static TestPostgres postgres;
    private static TestBroker broker;
    private static Capture capture;
    private static RowTopicReader topic;

    @BeforeAll
    static void start() throws Exception {
        postgres = new TestPostgres();
        broker = new TestBroker();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));
        capture = new Capture(new CaptureSettings(
                VehiclesMapping.mapping(), Side.LEGACY, true, postgres.source(Side.LEGACY), broker.address()));
        capture.start();
        capture.arm();
        await("streaming")
                .atMost(Duration.ofSeconds(30))
                .until(() -> capture.status().state() == CaptureStatus.State.STREAMING);
        topic = new RowTopicReader(broker, Side.LEGACY);
    }

    @AfterAll
    static void stop() throws Exception {
        topic.close();
        capture.close();
        broker.close();
        postgres.close();
    }

    @Test
    void copiesWhatIsThereAndThenStreams() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(5));
        postgres.run(
                Side.LEGACY,
                "SELECT pg_logical_emit_message(true, 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"b1\"}')");
        postgres.run(
                Side.LEGACY,
                "SELECT pg_logical_emit_message(false, 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"b2\"}', true)");

        RowRecord barrier = topic.awaitBarrier("b2");

        topic.records().forEach(r -> System.out.println(r));
        assertThat(topic.records().get(0).kind()).isEqualTo(Kind.SNAPSHOT_BEGIN);
        assertThat(topic.changes(Kind.SNAPSHOT)).hasSize(2);
        assertThat(topic.changes(Kind.CHANGES)).hasSize(1);
        assertThat(barrier.epoch()).isZero();
    }
}
