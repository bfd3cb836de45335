package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.cdc.capture.CaptureStatus.State;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestBroker;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a capture stops at instead of skipping it. */
class CaptureRefusalIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static TestPostgres postgres;
    private static TestBroker broker;

    @BeforeAll
    static void start() {
        postgres = new TestPostgres();
        broker = new TestBroker();
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
        postgres.close();
    }

    @Test
    void refusesASlotOfWhichKafkaKnowsNothing() throws Exception {
        postgres.runAsSuperuser(
                Side.SERVICE, "SELECT pg_create_logical_replication_slot('rentwave_vehicles_service', 'pgoutput')");
        try (Capture capture = capture(Side.SERVICE)) {
            capture.arm();
            capture.start();

            awaitFailure(capture, "Kafka has no position");
            assertThat(capture.isArmed()).isFalse();
        }
    }

    @Test
    void stopsAtATruncatedTableAndKeepsWhatCameBefore() throws Exception {
        try (Capture capture = capture(Side.LEGACY);
                RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            capture.arm();
            capture.start();
            await("streaming").atMost(LONG).until(() -> capture.status().state() == State.STREAMING);

            postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
            postgres.run(Side.LEGACY, "TRUNCATE t_veh");
            postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));

            awaitFailure(capture, "operation t on t_veh");
            topic.await("row before", r -> r.kind() == Kind.CHANGES);
            assertThat(topic.changes(Kind.CHANGES))
                    .extracting(c -> c.row().get("veh_id"))
                    .containsExactly(1L);
        }
    }

    private static Capture capture(Side side) {
        return new Capture(new CaptureSettings(
                VehiclesMapping.mapping(), side, side == Side.LEGACY, postgres.source(side), broker.address()));
    }

    private static void awaitFailure(Capture capture, String reason) {
        await(reason)
                .atMost(LONG)
                .until(() -> capture.status().state() == State.FAILED
                        && capture.status().reason().contains(reason));
    }
}
