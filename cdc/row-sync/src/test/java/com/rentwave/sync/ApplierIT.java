package com.rentwave.sync;

import static com.rentwave.sync.SourceSide.delete;
import static com.rentwave.sync.SourceSide.insert;
import static com.rentwave.sync.SourceSide.update;
import static com.rentwave.sync.TestDatabase.run;
import static com.rentwave.sync.TestRows.legacyKey;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import com.rentwave.sync.ApplierStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The applier from legacy to the service, on a real PostgreSQL and a real Kafka broker. */
@ExtendWith(Servers.class)
class ApplierIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String SYSTEM = "7461234567890123456";
    private static final String STREAM = RowRecord.topic("vehicles", Side.LEGACY);

    private final TestBroker broker = Servers.broker();
    private final ApiMapping mapping = VehiclesMapping.mapping();
    private final List<Applier> appliers = new ArrayList<>();
    private TestDatabase service;
    private ApplierSettings settings;
    private SourceSide source;

    @BeforeEach
    void topicAndDatabase() throws Exception {
        service = TestCluster.start().database(Side.SERVICE);
        settings = new ApplierSettings("vehicles", Side.LEGACY, broker.address(), "to_" + service.name());
        Topics.create(broker, STREAM);
        source = new SourceSide(broker, "vehicles", Side.LEGACY, SYSTEM);
    }

    @AfterEach
    void stop() throws Exception {
        appliers.forEach(Applier::close);
        source.close();
        Topics.delete(broker, STREAM);
    }

    @Test
    void appliesTheFirstCopyAndWhatFollows() throws SQLException {
        Map<String, Object> before = legacyVehicle(1);
        Map<String, Object> after = legacyVehicle(1, "avl_fl", "N");
        source.snapshotBegin();
        source.snapshot(insert(before), insert(legacyVehicle(3)));
        source.snapshotEnd();
        source.commit(update(after), insert(legacyKey(7, "a")));
        RowRecord last = source.commit(delete(legacyVehicle(3)), insert(legacyVehicle(5)));

        Applier applier = start();

        reaches(applier, last);
        holds(after, legacyVehicle(5));
        assertThat(service.column("SELECT key FROM vehicle_idempotency")).containsExactly("a");
        assertThat(applier.status().state()).isEqualTo(State.RUNNING);
        assertThat(applier.status().reason()).isNull();
    }

    @Test
    void everyLegacyRowArrivesAsItsMappingSays() throws SQLException {
        Random random = new Random(6);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            Map<String, Object> row = TestRows.anyLegacyVehicle(random);
            row.put("veh_id", (long) i);
            rows.add(row);
        }

        Applier applier = start();
        RowRecord last = source.commit(rows.stream().map(SourceSide::insert).toArray(RowChange[]::new));

        reaches(applier, last);
        holds(rows);
    }

    @Test
    void theFirstCopyReplacesWhatWasThere() throws SQLException {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1)), insert(legacyKey(1, "old"))));

        source.snapshotBegin();
        RowRecord half = source.snapshot(insert(legacyVehicle(3)));
        await("the copy is half there").atMost(LONG).untilAsserted(() -> {
            holds(legacyVehicle(3));
            assertThat(applier.status().appliedLsn())
                    .as("position during the copy")
                    .isEqualTo(new Lsn(0));
        });
        assertThat(half.lsn()).isNotEqualTo(new Lsn(0));

        reaches(applier, source.snapshotEnd());
        assertThat(service.text("SELECT count(*) FROM vehicle_idempotency")).isEqualTo("0");
    }

    @DisplayName("rule 8: swapped unique values and freed places apply because the order of the commits is kept")
    @Test
    void swappedUniqueValuesAreAppliedInCommitOrder() throws SQLException {
        run(service.superuser(), "CREATE UNIQUE INDEX ON vehicle (make)");
        List<RowChange[]> transactions = new ArrayList<>();
        transactions.add(new RowChange[] {insert(named(1, "A")), insert(named(3, "B"))});
        for (int i = 0; i < 50; i++) {
            transactions.add(new RowChange[] {update(named(1, "C"))});
            transactions.add(new RowChange[] {update(named(3, "A")), update(named(1, "B"))});
            transactions.add(new RowChange[] {delete(named(1, "B")), insert(named(5, "B"))});
            transactions.add(new RowChange[] {update(named(3, "C")), update(named(5, "A")), update(named(3, "B"))});
            transactions.add(new RowChange[] {delete(named(5, "A")), insert(named(1, "A"))});
        }
        transactions.forEach(source::commit);

        Applier applier = start();

        reaches(applier, source.heartbeat());
        holds(named(1, "A"), named(3, "B"));
    }

    @DisplayName("rule 8: a large transaction is applied as a whole or not at all")
    @Test
    void aLargeTransactionIsAppliedAsAWholeOrNotAtAll() throws SQLException {
        Applier applier = start();
        RowRecord first = source.commit(insert(legacyVehicle(1)));
        RowRecord whole = new RowRecord(
                RowRecord.Kind.CHANGES,
                "vehicles",
                Side.LEGACY,
                0,
                SYSTEM,
                1,
                new Lsn(0x1000),
                "77",
                0,
                false,
                null,
                List.of());
        source.send(SourceSide.part(whole, 0, false, List.of(insert(legacyVehicle(3)))));
        reaches(applier, first);
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("1");
        assertThat(offset()).as("position").isEqualTo(1);

        source.send(SourceSide.part(whole, 1, true, List.of(insert(legacyVehicle(5)))));

        reaches(applier, whole);
        holds(legacyVehicle(1), legacyVehicle(3), legacyVehicle(5));
    }

    @Test
    void aTransactionOfManyPartsArrives() throws SQLException {
        Applier applier = start();

        source.commitInParts(Stream.iterate(1L, i -> i <= 600, i -> i + 1)
                .map(id -> insert(legacyVehicle(id)))
                .toArray(RowChange[]::new));

        reaches(applier, source.heartbeat());
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("600");
    }

    @Test
    void aPartThatIsMissingStopsTheStream() throws SQLException {
        Applier applier = start();
        RowRecord whole = new RowRecord(
                RowRecord.Kind.CHANGES,
                "vehicles",
                Side.LEGACY,
                0,
                SYSTEM,
                1,
                new Lsn(0x1000),
                "77",
                0,
                false,
                null,
                List.of());
        source.send(List.of(
                SourceSide.part(whole, 0, false, List.of(insert(legacyVehicle(1)))),
                SourceSide.part(whole, 2, true, List.of(insert(legacyVehicle(3))))));

        fails(applier, "not the part that comes next");
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("0");
    }

    @Test
    void whatTheSourceAbortedIsNotApplied() throws SQLException {
        Applier applier = start();
        source.abort(insert(legacyVehicle(1)));

        reaches(applier, source.commit(insert(legacyVehicle(3))));

        holds(legacyVehicle(3));
    }

    @DisplayName("rule 9: rows, Kafka position, source position and epoch are stored in one transaction")
    @Test
    void rowsPositionAndEpochAreStoredTogether() throws SQLException {
        Applier applier = start();
        source.atEpoch(4);
        RowRecord last = source.commit(insert(legacyVehicle(1)), insert(legacyKey(1, "k")));
        reaches(applier, last);

        assertThat(service.column("SELECT DISTINCT xmin::text FROM (SELECT xmin FROM vehicle UNION ALL"
                        + " SELECT xmin FROM vehicle_idempotency UNION ALL SELECT xmin FROM sync.apply_position) t"))
                .hasSize(1);
        assertThat(service.text("SELECT next_offset || ' ' || source_epoch || ' ' || source_system_id || ' '"
                        + " || source_timeline || ' ' || applied_lsn FROM sync.apply_position"))
                .isEqualTo("1 4 " + SYSTEM + " 1 " + last.lsn());
    }

    @DisplayName(
            "rule 9: an applier that was paused with a batch in hand finds that the position has moved, and drops the batch")
    @Test
    void aPausedApplierWithAnOldBatchIsHarmless() throws Exception {
        ApplierSettings other =
                new ApplierSettings("vehicles", Side.LEGACY, broker.address(), "paused_" + service.name());
        try (ApplyTarget paused = ApplyTarget.open(other, mapping, service.applier(), Clock.systemUTC())) {
            ApplyPosition before = paused.position();
            RowRecord old = source.commit(insert(named(1, "old")));
            source.commit(update(named(1, "newer")));
            Applier applier = start();
            reaches(applier, source.commit(update(named(1, "newest"))));

            Optional<ApplyPosition> late = paused.apply(before, List.of(new SourceTransaction(List.of(old), 1)), false);

            assertThat(late).isEmpty();
            assertThat(paused.position().nextOffset())
                    .isEqualTo(applier.status().nextOffset());
        }
        holds(named(1, "newest"));
    }

    @DisplayName("rule 9: of two appliers of one stream one waits for the other's origin")
    @Test
    void onlyOneApplierAtATimeHoldsTheOrigin() throws SQLException {
        Applier first = start();
        reaches(first, source.commit(insert(legacyVehicle(1))));

        Applier second = start();
        await("second waits").atMost(LONG).until(() -> "another applier holds the replication origin"
                .equals(second.status().reason()));
        assertThat(second.status().state()).isEqualTo(State.WAITING);

        first.close();
        reaches(second, source.commit(insert(legacyVehicle(3))));
        holds(legacyVehicle(1), legacyVehicle(3));
    }

    @DisplayName(
            "rule 9: two appliers of one stream with different origins, as after a wrong deployment, apply nothing twice")
    @Test
    void twoAppliersOfOneStreamApplyEverythingOnce() throws SQLException {
        run(service.superuser(), "CREATE TABLE written (id bigint)");
        run(service.superuser(), "GRANT INSERT ON written TO PUBLIC");
        run(
                service.superuser(),
                "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO written VALUES (NEW.id); RETURN NULL; END'");
        run(
                service.superuser(),
                "CREATE TRIGGER note AFTER INSERT OR UPDATE ON vehicle FOR EACH ROW EXECUTE FUNCTION note()");
        Applier first = start();
        Applier second = start(new ApplierSettings("vehicles", Side.LEGACY, broker.address(), "too_" + service.name()));

        for (long id = 1; id <= 300; id++) {
            source.commit(insert(legacyVehicle(id)));
        }
        RowRecord last = source.heartbeat();

        reaches(first, last);
        reaches(second, last);
        assertThat(service.text("SELECT count(*) || ' ' || count(DISTINCT id) FROM written"))
                .isEqualTo("300 300");
    }

    @DisplayName("rule 9: rows of an epoch that has passed are refused")
    @Test
    void rowsOfAnEpochThatHasPassedAreRefused() throws SQLException {
        service.own("nobody", 2);
        Applier applier = start();
        source.atEpoch(1).commit(insert(legacyVehicle(1)));

        fails(applier, "offset 0: rows of epoch 1 arrived late: this side is at epoch 2");
        assertThat(offset()).isZero();

        service.own("nobody", 1);
        await("goes on by itself").atMost(LONG).until(() -> applier.status().state() == State.RUNNING);
        holds(legacyVehicle(1));
    }

    /** After an aborted cutover the old owner is an epoch ahead; its rows are still good. */
    @Test
    void rowsOfAnEpochThisSideHasNotHeardOfAreApplied() throws SQLException {
        Applier applier = start();

        reaches(applier, source.atEpoch(5).commit(insert(legacyVehicle(1))));

        holds(legacyVehicle(1));
    }

    @DisplayName("rules 2 and 9: rows are refused when this side owns")
    @Test
    void rowsAreRefusedWhenThisSideOwns() throws SQLException {
        service.own("service", 1);
        Applier applier = start();
        source.atEpoch(1).commit(insert(legacyVehicle(1)));

        fails(applier, "this side owns vehicles");
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("0");
        assertThat(offset()).isZero();
    }

    @DisplayName("rule 2: nor may a first copy wipe what the owner has")
    @Test
    void aFirstCopyIsRefusedWhenThisSideOwns() throws SQLException {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        service.own("service", 1);

        source.atEpoch(1).snapshotBegin();

        fails(applier, "this side owns vehicles");
        holds(legacyVehicle(1));
    }

    @Test
    void barriersAndHeartbeatsMoveTheOwnersPositionToo() throws SQLException {
        service.own("service", 1);
        Applier applier = start();
        source.heartbeat();
        source.commit();

        RowRecord barrier = source.barrier("b-1");

        reaches(applier, barrier);
        assertThat(service.column("SELECT stream || ' ' || barrier FROM sync.applied_barrier"))
                .containsExactly(STREAM + " b-1");
    }

    @Test
    void keepsTheNewestThousandBarriers() throws SQLException {
        run(
                service.superuser(),
                "INSERT INTO sync.applied_barrier SELECT ?, 'old-' || n, '2020-01-01'::timestamptz + n * interval '1 s'"
                        + " FROM generate_series(1, 1005) n",
                STREAM);
        Applier applier = start();

        reaches(applier, source.barrier("new"));

        assertThat(service.column("SELECT barrier FROM sync.applied_barrier ORDER BY applied_at"))
                .hasSize(1000)
                .startsWith("old-7")
                .endsWith("old-1005", "new");
    }

    @Test
    void aRowThatCannotBeAppliedStopsTheStreamBehindTheRowsBeforeIt() throws SQLException {
        run(service.superuser(), "ALTER TABLE vehicle ADD CONSTRAINT lawful CHECK (seats < 100)");
        source.commit(insert(legacyVehicle(1)));
        source.commit(insert(legacyVehicle(3)), insert(legacyVehicle(5, "seat_ct", 100L)));
        RowRecord last = source.commit(insert(legacyVehicle(7)));

        Applier applier = start();

        fails(applier, "offset 1: vehicle id=5");
        assertThat(applier.status().reason()).contains("lawful", "23514");
        holds(legacyVehicle(1));
        assertThat(offset()).isEqualTo(1);

        run(service.superuser(), "ALTER TABLE vehicle DROP CONSTRAINT lawful");
        reaches(applier, last);
        assertThat(applier.status().state()).isEqualTo(State.RUNNING);
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("4");
    }

    @Test
    void aRowThatIsNotMappedStopsTheStream() {
        Applier applier = start();
        source.commit(insert(legacyVehicle(1, "fuel_cd", "??")));

        fails(applier, "t_veh.fuel_cd of veh_id=1");
    }

    @Test
    void aMessageThatIsNoRecordStopsTheStream() {
        Applier applier = start();
        source.sendRaw("{\"kind\":\"SURPRISE\"}");

        fails(applier, "record 0 of " + STREAM);
    }

    @Test
    void aRecordOfAnotherClusterStopsTheStream() throws SQLException {
        Applier applier = start();
        RowRecord known = source.commit(insert(legacyVehicle(1)));
        reaches(applier, known);

        source.send(new RowRecord(
                RowRecord.Kind.HEARTBEAT,
                "vehicles",
                Side.LEGACY,
                0,
                "99",
                1,
                new Lsn(0x5000),
                null,
                0,
                true,
                null,
                List.of()));

        fails(applier, "database cluster 99");
        assertThat(applier.status().appliedLsn()).isEqualTo(known.lsn());
    }

    @Test
    void thePositionNeverGoesBack() throws SQLException {
        Applier applier = start();
        RowRecord high = source.commit(insert(legacyVehicle(1)));
        RowRecord low = new RowRecord(
                RowRecord.Kind.HEARTBEAT,
                "vehicles",
                Side.LEGACY,
                0,
                SYSTEM,
                1,
                new Lsn(1),
                null,
                0,
                true,
                null,
                List.of());

        source.send(low);

        await().atMost(LONG).until(() -> applier.status().nextOffset() == 3);
        assertThat(service.text("SELECT applied_lsn FROM sync.apply_position"))
                .isEqualTo(high.lsn().toString());
    }

    @DisplayName("rule 12: what the topic no longer holds is an alarm, never skipped and never copied again")
    @Test
    void recordsThatAreGoneFromTheTopicStopTheStream() throws Exception {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        applier.close();
        source.commit(insert(legacyVehicle(3)));
        source.commit(insert(legacyVehicle(5)));
        try (Admin admin = Topics.admin(broker)) {
            admin.deleteRecords(Map.of(new TopicPartition(STREAM, 0), RecordsToDelete.beforeOffset(4)))
                    .all()
                    .get();
        }

        Applier again = start();

        fails(again, "records are missing");
        holds(legacyVehicle(1));
        assertThat(offset()).isEqualTo(1);
    }

    @DisplayName("rule 12: nor does an applier start in the middle of a topic that has lost its beginning")
    @Test
    void aTopicWithoutItsBeginningStopsAnApplierThatStartsFromNothing() throws Exception {
        source.commit(insert(legacyVehicle(1)));
        source.commit(insert(legacyVehicle(3)));
        try (Admin admin = Topics.admin(broker)) {
            admin.deleteRecords(Map.of(new TopicPartition(STREAM, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }

        fails(start(), "records are missing");
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("0");
    }

    @DisplayName("rule 20: keys travel with the rows they belong to")
    @Test
    void anIdempotencyKeyArrivesWithItsRow() throws SQLException {
        Applier applier = start();

        reaches(applier, source.commit(insert(legacyVehicle(1)), insert(legacyKey(7, "key-1"))));

        assertThat(service.text("SELECT concat_ws('|', user_id, key, request_hash, status, body, etag, location,"
                        + " to_char(created_at AT TIME ZONE 'UTC', 'HH24:MI:SS.US')) FROM vehicle_idempotency"))
                .isEqualTo("7|key-1|" + "ab".repeat(32) + "|201|{\"id\":1}|\"0-abc\"|09:00:00.000001");
        assertThat(service.column("SELECT DISTINCT xmin::text FROM (SELECT xmin FROM vehicle UNION ALL"
                        + " SELECT xmin FROM vehicle_idempotency) t"))
                .hasSize(1);
    }

    @DisplayName("rule 28: a large value that did not change may be left out of an UPDATE and stays as it is")
    @Test
    void anUnchangedLargeValueThatIsLeftOutStays() throws SQLException {
        String large = "text=" + "x".repeat(200_000);
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1, "attr_tx", large))));
        Map<String, Object> part = legacyVehicle(1, "ver_no", 1L);
        part.remove("attr_tx");

        reaches(applier, source.commit(update(part)));

        Map<String, Object> expected = legacyVehicle(1, "attr_tx", large);
        expected.put("ver_no", 1L);
        holds(expected);
    }

    @DisplayName("rule 28: and when the row is not there, leaving out is not guessing")
    @Test
    void anIncompleteRowThatIsNotThereStopsTheStream() {
        Applier applier = start();
        Map<String, Object> part = legacyVehicle(1);
        part.remove("attr_tx");

        source.commit(update(part));

        fails(applier, "is to be updated but is not there");
    }

    @DisplayName("rules 11 and 29: what the applier writes passes the guard and keeps version and times as they were")
    @Test
    void versionsAndTimesAreCopiedVerbatim() throws SQLException {
        Applier applier = start();
        Map<String, Object> row = legacyVehicle(1, "ver_no", 41L);
        row.put("upd_ts", "1999-12-31T23:59:59.999999");

        reaches(applier, source.commit(insert(row)));

        holds(row);
    }

    /** No echoes: what an applier writes carries its replication origin. */
    @Test
    void whatTheApplierWritesIsNotCapturedAgain() throws SQLException {
        String slot = "slot_" + service.name();
        run(service.superuser(), "SELECT pg_create_logical_replication_slot(?, 'test_decoding')", slot);
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        run(service.superuser(), "CREATE TABLE local_change (id int)");
        run(service.superuser(), "INSERT INTO local_change VALUES (1)");

        List<String> captured = service.column(
                "SELECT data FROM pg_logical_slot_get_changes(?, NULL, NULL, 'only-local', '1') WHERE data LIKE 'table %'",
                slot);

        run(service.superuser(), "SELECT pg_drop_replication_slot(?)", slot);
        assertThat(captured).hasSize(1).allMatch(line -> line.contains("local_change"));
    }

    @Test
    void resumesWhereItStoppedAfterARestart() throws SQLException {
        Applier before = start();
        reaches(before, source.commit(insert(legacyVehicle(1))));
        before.close();
        RowRecord last = source.commit(update(legacyVehicle(1, "ver_no", 1L)));

        Applier after = start();

        reaches(after, last);
        holds(legacyVehicle(1, "ver_no", 1L));
    }

    @Test
    void outlivesTheLossOfItsConnection() throws SQLException {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));

        for (long id = 3; id <= 11; id += 2) {
            service.column("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND usename = 'rentwave_vehicles_sync'");
            reaches(applier, source.commit(insert(legacyVehicle(id))));
        }

        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("6");
        assertThat(applier.status().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void waitsForTheFenceLikeEveryWriter() throws SQLException {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        try (Connection fence = service.coordinator().getConnection()) {
            fence.setAutoCommit(false);
            run(fence, "SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))");
            source.commit(insert(legacyVehicle(3)));
            await("applier queues").atMost(LONG).until(() -> !service.column(
                            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .isEmpty());
            run(fence, "UPDATE sync.ownership SET owner = 'service', epoch = 1");
            fence.commit();
        }

        fails(applier, "this side owns vehicles");
        holds(legacyVehicle(1));
    }

    @Test
    void refusesTheDatabaseOfTheWrongSide() throws SQLException {
        TestDatabase legacy = TestCluster.start().database(Side.LEGACY);
        Applier applier = new Applier(settings, mapping, legacy.applier(), Clock.systemUTC());
        appliers.add(applier);
        applier.start();

        await().atMost(LONG)
                .until(() -> String.valueOf(applier.status().reason()).contains("is the legacy side"));
    }

    private Applier start() {
        return start(settings);
    }

    private Applier start(ApplierSettings with) {
        Applier applier = new Applier(with, mapping, service.applier(), Clock.systemUTC());
        appliers.add(applier);
        applier.start();
        return applier;
    }

    private void reaches(Applier applier, RowRecord record) {
        await("applied up to " + record.lsn())
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> applier.status().appliedLsn().isAtLeast(record.lsn()));
    }

    private void fails(Applier applier, String reason) {
        await("fails because " + reason).atMost(LONG).untilAsserted(() -> {
            assertThat(applier.status().state()).isEqualTo(State.FAILED);
            assertThat(applier.status().reason()).contains(reason);
        });
    }

    private long offset() throws SQLException {
        return Long.parseLong(service.text("SELECT next_offset FROM sync.apply_position"));
    }

    @SafeVarargs
    private void holds(Map<String, Object>... legacyRows) throws SQLException {
        holds(List.of(legacyRows));
    }

    private void holds(List<Map<String, Object>> legacyRows) throws SQLException {
        List<Map<String, Object>> expected =
                legacyRows.stream().map(row -> mapping.toService("t_veh", row)).toList();
        assertThat(service.rows(mapping.tables().get(0).service())).isEqualTo(expected);
    }

    private static Map<String, Object> named(long id, String make) {
        return legacyVehicle(id, "mk_nm", make);
    }
}
