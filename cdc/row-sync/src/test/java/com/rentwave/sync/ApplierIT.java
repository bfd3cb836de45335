package com.rentwave.sync;

import static com.rentwave.sync.SourceSide.delete;
import static com.rentwave.sync.SourceSide.insert;
import static com.rentwave.sync.SourceSide.update;
import static com.rentwave.sync.TestDatabase.run;
import static com.rentwave.sync.TestRows.legacyKey;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.sync.ApplierStatus.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows arrive at the service as legacy has committed them. */
class ApplierIT extends WithAppliers {

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
        RowRecord whole = source.unsent(RowRecord.Kind.CHANGES, SYSTEM, 0x1000);
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
    void whatTheSourceAbortedIsNotApplied() throws SQLException {
        Applier applier = start();
        source.abort(insert(legacyVehicle(1)));

        reaches(applier, source.commit(insert(legacyVehicle(3))));

        holds(legacyVehicle(3));
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
}
