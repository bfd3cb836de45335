package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.Replica;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowChange.Op;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a capture publishes, on a real PostgreSQL and a real Kafka. */
class CaptureIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final AtomicLong IDS = new AtomicLong(1_001);

    private static TestPostgres postgres;
    private static TestBroker broker;
    private static Capture capture;
    private static Heartbeats heartbeats;
    private static RowTopicReader topic;
    private static EventReader events;

    @BeforeAll
    static void start() throws Exception {
        postgres = new TestPostgres();
        broker = new TestBroker();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));
        postgres.run(Side.LEGACY, EventReader.insertLegacy("test", "early", 1));
        capture = new Capture(CaptureSettings.legacy(
                List.of(VehiclesMapping.mapping()), postgres.source(Side.LEGACY), broker.address()));
        capture.start();
        await("events").atMost(LONG).until(() -> capture.status().state() == CaptureStatus.State.STREAMING);
        capture.arm("vehicles");
        await("rows").atMost(LONG).until(() -> capture.status("vehicles").state() == CaptureStatus.State.STREAMING);
        heartbeats = new Heartbeats(List.of(capture));
        heartbeats.start();
        topic = new RowTopicReader(broker, Side.LEGACY);
        events = new EventReader(broker);
    }

    @AfterAll
    static void stop() throws Exception {
        topic.close();
        events.close();
        heartbeats.close();
        capture.close();
        broker.close();
        postgres.close();
    }

    @Test
    void copiesWhatIsThereBeforeItStreams() throws Exception {
        barrier();

        assertThat(topic.records().get(0).kind()).isEqualTo(Kind.SNAPSHOT_BEGIN);
        assertThat(topic.records().get(2).kind()).isEqualTo(Kind.SNAPSHOT_END);
        assertThat(topic.changes(Kind.SNAPSHOT))
                .extracting(c -> c.row().get("veh_id"))
                .containsExactly(1L, 3L);
        assertThat(Replica.of(Side.LEGACY, topic.records()).copies()).isEqualTo(1);
    }

    @Test
    void streamsARowInTheFormInWhichItIsCopied() throws Exception {
        long id = IDS.getAndAdd(2);
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(id));
        barrier();

        RowChange copied = topic.changes(Kind.SNAPSHOT).get(0);
        RowChange streamed = only("t_veh", id);
        assertThat(streamed.op()).isEqualTo(Op.INSERT);
        assertThat(streamed.row()).containsEntry("crt_ts", "2026-11-20T09:00:00.123456");
        assertThat(streamed.row()).containsEntry("upd_ts", "2026-11-20T09:00:00.500000");
        assertThat(streamed.row().keySet())
                .containsExactlyElementsOf(copied.row().keySet());
        assertThat(streamed.row())
                .usingRecursiveComparison()
                .ignoringFields("veh_id")
                .isEqualTo(copied.row());
    }

    @Test
    void publishesASourceTransactionAsOneRecord() throws Exception {
        long first = IDS.getAndAdd(2);
        long second = IDS.getAndAdd(2);
        transaction(
                Vehicles.insertLegacy(first),
                Vehicles.insertLegacy(second),
                "UPDATE t_veh SET ver_no = 1 WHERE veh_id = " + first,
                "DELETE FROM t_veh WHERE veh_id = " + second);
        barrier();

        RowRecord record = recordOf(first);
        assertThat(record.changes())
                .extracting(RowChange::op)
                .containsExactly(Op.INSERT, Op.INSERT, Op.UPDATE, Op.DELETE);
        assertThat(record.changes().get(3).row()).containsEntry("mk_nm", "Skoda");
        assertThat(record.part()).isZero();
        assertThat(record.last()).isTrue();
        assertThat(record.tx()).isNotBlank();
    }

    @Test
    void splitsALargeTransactionIntoParts() throws Exception {
        long first = IDS.getAndAdd(2_402);
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(first, first + 2_400, "Large"));
        barrier();

        String tx = recordOf(first).tx();
        List<RowRecord> parts =
                topic.records().stream().filter(r -> tx.equals(r.tx())).toList();
        assertThat(parts).extracting(RowRecord::part).containsExactly(0, 1, 2);
        assertThat(parts).extracting(RowRecord::last).containsExactly(false, false, true);
        assertThat(parts).extracting(r -> r.changes().size()).containsExactly(500, 500, 201);
    }

    @Test
    void publishesAChangedKeyAsDeleteAndInsert() throws Exception {
        long id = IDS.getAndAdd(2);
        long other = IDS.getAndAdd(2);
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(id));
        postgres.run(Side.LEGACY, "UPDATE t_veh SET veh_id = " + other + " WHERE veh_id = " + id);
        barrier();

        assertThat(recordOf(other).changes()).extracting(RowChange::op).containsExactly(Op.DELETE, Op.INSERT);
    }

    @DisplayName("rule 28: an unchanged large value arrives whole, never as a placeholder")
    @Test
    void carriesAnUnchangedLargeValue() throws Exception {
        long id = IDS.getAndAdd(2);
        String large = IntStream.range(10, 40)
                .mapToObj(line -> line + "=" + randomText(200))
                .collect(Collectors.joining("\n"));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(id, "Big", large));
        postgres.run(Side.LEGACY, "UPDATE t_veh SET ver_no = 1 WHERE veh_id = " + id);
        postgres.run(Side.LEGACY, "DELETE FROM t_veh WHERE veh_id = " + id);
        barrier();

        List<RowChange> changes = changesOf("t_veh", id);
        assertThat(changes).extracting(RowChange::op).containsExactly(Op.INSERT, Op.UPDATE, Op.DELETE);
        assertThat(changes).allSatisfy(change -> assertThat(change.row()).containsEntry("attr_tx", large));
    }

    @Test
    void publishesNothingThatAnApplierWrote() throws Exception {
        long applied = IDS.getAndAdd(2);
        long local = IDS.getAndAdd(2);
        try (Connection applier = postgres.as("rentwave_cdc", Side.LEGACY).getConnection();
                Statement statement = applier.createStatement()) {
            statement.execute("SELECT pg_replication_origin_create('rentwave_test')");
            statement.execute("SELECT pg_replication_origin_session_setup('rentwave_test')");
            statement.execute(Vehicles.insertLegacy(applied));
            statement.execute("UPDATE t_veh SET ver_no = 1 WHERE veh_id = " + applied);
        }
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(local));
        barrier();

        assertThat(changesOf("t_veh", applied)).isEmpty();
        assertThat(changesOf("t_veh", local)).hasSize(1);
    }

    @Test
    void stampsTheEpochOfTheCommit() throws Exception {
        long before = IDS.getAndAdd(2);
        long after = IDS.getAndAdd(2);
        long epoch =
                Long.parseLong(postgres.text(Side.LEGACY, "SELECT epoch FROM sync.ownership WHERE api = 'vehicles'"));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(before));
        String fence = UUID.randomUUID().toString();
        transactionAs(
                "rentwave_coordinator",
                "UPDATE sync.ownership SET owner = 'nobody', epoch = epoch + 1 WHERE api = 'vehicles'",
                emit(true, fence));
        postgres.runAsSuperuser(
                Side.LEGACY, "UPDATE sync.ownership SET owner = 'legacy', epoch = epoch + 1 WHERE api = 'vehicles'");
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(after));
        barrier();

        assertThat(recordOf(before).epoch()).isEqualTo(epoch);
        assertThat(topic.awaitBarrier(fence).epoch()).isEqualTo(epoch + 1);
        assertThat(recordOf(after).epoch()).isEqualTo(epoch + 2);
    }

    @Test
    void publishesABarrierAfterEveryRowCommittedBeforeIt() throws Exception {
        int writers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<Map<Long, String>>> written = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            written.add(threads.submit(CaptureIT::rowsEachWithABarrierBehind));
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

    @Test
    void publishesWithoutFault() throws Exception {
        barrier();

        Replica replica = Replica.of(Side.LEGACY, topic.records());

        assertThat(replica.faults()).isEmpty();
    }

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
    void carriesATruncatedTable() throws Exception {
        postgres.run(Side.LEGACY, "INSERT INTO t_veh_idem VALUES (7, 't', 'h', 201, '{}', '\"0-a\"', '/x', now())");
        postgres.run(Side.LEGACY, "TRUNCATE t_veh_idem");
        barrier();

        assertThat(Replica.of(Side.LEGACY, topic.records()).rows("t_veh_idem")).isEmpty();
        assertThat(topic.changes(Kind.CHANGES)).anySatisfy(change -> {
            assertThat(change.op()).isEqualTo(Op.TRUNCATE);
            assertThat(change.table()).isEqualTo("t_veh_idem");
        });
    }

    private static String emit(boolean transactional, String id) {
        return "SELECT pg_logical_emit_message(" + transactional
                + ", 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"" + id + "\"}')";
    }

    private static void barrier() throws Exception {
        String id = UUID.randomUUID().toString();
        postgres.run(Side.LEGACY, emit(true, id));
        topic.awaitBarrier(id);
    }

    private static void transaction(String... statements) throws Exception {
        transactionAs("rentwave_legacy", statements);
    }

    private static void transactionAs(String user, String... statements) throws Exception {
        try (Connection connection = postgres.as(user, Side.LEGACY).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static RowRecord recordOf(long id) {
        return topic.records().stream()
                .filter(r -> r.kind() == Kind.CHANGES)
                .filter(r -> r.changes().stream()
                        .anyMatch(c -> Long.valueOf(id).equals(c.row().get("veh_id"))))
                .findFirst()
                .orElseThrow();
    }

    private static RowChange only(String table, long id) {
        List<RowChange> changes = changesOf(table, id);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static List<RowChange> changesOf(String table, long id) {
        return topic.changes(Kind.CHANGES).stream()
                .filter(c -> c.table().equals(table))
                .filter(c -> Long.valueOf(id).equals(c.row().get("veh_id")))
                .toList();
    }

    private static String randomText(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(UUID.randomUUID());
        }
        return text.substring(0, length);
    }
}
