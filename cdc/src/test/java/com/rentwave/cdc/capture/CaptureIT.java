package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.cdc.platform.Replica;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowChange.Op;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a capture publishes of rows. */
class CaptureIT extends WithCapture {

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
    void publishesWithoutFault() throws Exception {
        barrier();

        Replica replica = Replica.of(Side.LEGACY, topic.records());

        assertThat(replica.faults()).isEmpty();
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
