package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.capture.CaptureStatus.State;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.time.Duration;
import java.util.List;
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
                Side.SERVICE, "SELECT pg_create_logical_replication_slot('rentwave_vehicle_service', 'pgoutput')");
        try (Capture capture = capture(Side.SERVICE)) {
            capture.arm("vehicles");
            capture.start();

            awaitFailure(capture, "Kafka has no position");
            assertThat(capture.isArmed("vehicles")).isFalse();
        }
    }

    @Test
    void stopsAtAColumnThatIsNotMappedAndKeepsWhatCameBefore() throws Exception {
        try (Capture capture = capture(Side.LEGACY);
                RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            capture.arm("vehicles");
            capture.start();
            await("streaming")
                    .atMost(LONG)
                    .until(() -> capture.status("vehicles").state() == State.STREAMING);

            postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
            postgres.run(Side.LEGACY, "ALTER TABLE t_veh ADD COLUMN new_tx text");
            postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));

            awaitFailure(capture, "column t_veh.new_tx is not mapped");
            topic.await("row before", r -> r.kind() == Kind.CHANGES);
            assertThat(topic.changes(Kind.CHANGES))
                    .extracting(c -> c.row().get("veh_id"))
                    .containsExactly(1L);
        }
    }

    private static Capture capture(Side side) {
        List<ApiMapping> apis = List.of(VehiclesMapping.mapping());
        return new Capture(
                side == Side.LEGACY
                        ? CaptureSettings.legacy(apis, postgres.source(side), broker.address())
                        : CaptureSettings.service("vehicle_service", apis, postgres.source(side), broker.address()));
    }

    private static void awaitFailure(Capture capture, String reason) {
        await(reason)
                .atMost(LONG)
                .until(() -> capture.status().state() == State.FAILED
                        && capture.status().reason().contains(reason));
    }
}
