package com.rentwave.sync;

import static com.rentwave.sync.SourceSide.insert;
import static com.rentwave.sync.SourceSide.update;
import static com.rentwave.sync.TestDatabase.run;
import static com.rentwave.sync.TestRows.legacyKey;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.sync.ApplierStatus.State;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One stored position tells what has been applied: nothing is applied twice, by whomever, and a restart goes on behind it. */
class ApplierPositionIT extends WithAppliers {

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

    @Test
    void thePositionNeverGoesBack() throws SQLException {
        Applier applier = start();
        RowRecord high = source.commit(insert(legacyVehicle(1)));
        RowRecord low = source.unsent(RowRecord.Kind.HEARTBEAT, SYSTEM, 1);

        source.send(low);

        await().atMost(LONG).until(() -> applier.status().nextOffset() == 3);
        assertThat(service.text("SELECT applied_lsn FROM sync.apply_position"))
                .isEqualTo(high.lsn().toString());
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
}
