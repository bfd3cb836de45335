package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Events, barriers and watermarks: what a reader may conclude from the order in which they are published. */
class CaptureOrderIT extends WithCapture {

    /** A barrier has passed the events whenever it has passed the rows. */
    @Test
    void publishesTheEventsOfATransactionBeforeItsBarrier() throws Exception {
        String id = UUID.randomUUID().toString();
        long vehicle = IDS.getAndAdd(2);
        transaction(
                Vehicles.insertLegacy(vehicle), EventReader.insertLegacy("vehicle", "x" + vehicle, 1), emit(true, id));
        topic.awaitBarrier(id);

        assertThat(events.of("vehicle:x" + vehicle)).hasSize(1);
        JsonNode event = events.of("vehicle:x" + vehicle).get(0);
        assertThat(event.path("id").textValue()).hasSize(36);
        assertThat(event.path("type").textValue()).isEqualTo("vehicle.update");
        assertThat(event.path("time").textValue()).isEqualTo("2026-11-20T09:00:00.123450Z");
        assertThat(event.path("source").textValue()).isEqualTo("legacy");
        assertThat(event.path("aggregate").path("type").textValue()).isEqualTo("vehicle");
        assertThat(event.path("aggregate").path("id").textValue()).isEqualTo("x" + vehicle);
        assertThat(event.path("actor").longValue()).isEqualTo(7);
        assertThat(event.path("trace").isNull()).isTrue();
        assertThat(event.path("data").path("n").longValue()).isEqualTo(1);
    }

    @Test
    void publishesEventsThatWereThereBeforeTheCaptureOnce() throws Exception {
        barrier();

        assertThat(events.of("test:early")).hasSize(1);
    }

    @Test
    void takesADeletedOrChangedOutboxRowForNothing() throws Exception {
        transaction(EventReader.insertLegacy("test", "gone", 1), "DELETE FROM t_outbx WHERE agg_id = 'gone'");
        postgres.run(Side.LEGACY, EventReader.insertLegacy("test", "kept", 1));
        postgres.run(Side.LEGACY, "UPDATE t_outbx SET typ_cd = 'other' WHERE agg_id = 'kept'");
        postgres.run(Side.LEGACY, "DELETE FROM t_outbx WHERE agg_id = 'kept'");
        barrier();

        assertThat(events.of("test:gone")).hasSize(1);
        assertThat(events.of("test:kept"))
                .extracting(event -> event.path("type").textValue())
                .containsExactly("vehicle.update");
    }

    @Test
    void deletesOnlyPublishedEventsThatWereKeptForAWhile() throws Exception {
        postgres.run(Side.LEGACY, EventReader.insertLegacy("test", "old", 1));
        postgres.run(Side.LEGACY, EventReader.insertLegacy("test", "new", 1));
        postgres.run(
                Side.LEGACY,
                "UPDATE t_outbx SET crt_ts = now() AT TIME ZONE 'UTC' - CASE agg_id WHEN 'old' THEN 2 ELSE 0 END * interval '1 hour'");
        try (OutboxCleaner cleaner = new OutboxCleaner(List.of(capture), Duration.ofHours(1))) {
            assertThat(cleaner.clean(capture)).isEqualTo(1);
            assertThat(cleaner.clean(capture)).isZero();
        }

        assertThat(postgres.column(Side.LEGACY, "SELECT agg_id FROM t_outbx WHERE agg_id IN ('old', 'new')"))
                .containsExactly("new");
        assertThat(events.of("test:old")).hasSize(1);
    }

    @Test
    void publishesABarrierAfterEveryRowCommittedBeforeIt() throws Exception {
        int writers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<Map<Long, String>>> written = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            written.add(threads.submit(CaptureOrderIT::rowsEachWithABarrierBehind));
        }
        Map<Long, String> barriers = new HashMap<>();
        for (Future<Map<Long, String>> some : written) {
            barriers.putAll(some.get());
        }
        threads.shutdown();
        barrier();

        Map<Object, Integer> places = new HashMap<>();
        List<RowRecord> records = topic.records();
        for (int place = 0; place < records.size(); place++) {
            int here = place;
            records.get(place)
                    .changes()
                    .forEach(change -> places.put(change.row().get("veh_id"), here));
            places.put(records.get(place).barrier(), here);
        }

        assertThat(barriers).hasSize(writers * 40).allSatisfy((id, barrier) -> assertThat(places.get(id))
                .isLessThan(places.get(barrier)));
    }

    private static Map<Long, String> rowsEachWithABarrierBehind() throws SQLException {
        Map<Long, String> barriers = new HashMap<>();
        try (Connection connection = postgres.app(Side.LEGACY).getConnection();
                Statement statement = connection.createStatement()) {
            for (int n = 0; n < 40; n++) {
                long id = IDS.getAndAdd(2);
                String barrier = UUID.randomUUID().toString();
                statement.execute(Vehicles.insertLegacy(id));
                statement.execute(emit(n % 2 == 0, barrier));
                barriers.put(id, barrier);
            }
        }
        return barriers;
    }

    @Test
    void movesTheWatermarkPastCommitsThatTouchNoRowOfTheApi() throws Exception {
        for (int i = 0; i < 3; i++) {
            postgres.run(Side.LEGACY, "UPDATE t_usr SET nm_tx = 'Name " + i + "' WHERE usr_id = 7");
            Lsn position = Lsn.parse(postgres.text(Side.LEGACY, "SELECT pg_current_wal_insert_lsn()"));

            RowRecord heartbeat =
                    topic.await("watermark at " + position, r -> r.lsn().isAtLeast(position));

            assertThat(heartbeat.changes()).isEmpty();
        }
    }
}
