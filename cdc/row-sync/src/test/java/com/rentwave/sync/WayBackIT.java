package com.rentwave.sync;

import static com.rentwave.sync.TestDatabase.run;
import static com.rentwave.sync.TestRows.legacyKey;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The applier from the service back to legacy, on a real PostgreSQL and a real Kafka broker. */
@ExtendWith(Servers.class)
class WayBackIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestBroker broker = Servers.broker();
    private final ApiMapping mapping = VehiclesMapping.mapping();
    private final String topic = RowRecord.topic("vehicles", Side.SERVICE);
    private TestDatabase legacy;
    private SourceSide source;
    private Applier applier;

    @BeforeEach
    void startApplier() throws Exception {
        legacy = TestCluster.start().database(Side.LEGACY);
        legacy.own("nobody", 1);
        Topics.create(broker, topic);
        source = new SourceSide(broker, "vehicles", Side.SERVICE, "1").atEpoch(1);
        applier = new Applier(
                new ApplierSettings("vehicles", Side.SERVICE, broker.address(), "to_" + legacy.name()),
                mapping,
                legacy.applier(),
                Clock.systemUTC());
        applier.start();
    }

    @AfterEach
    void stop() throws Exception {
        applier.close();
        source.close();
        Topics.delete(broker, topic);
    }

    @Test
    void rowsOfTheServiceBecomeRowsOfTheMonolith() throws SQLException {
        Random random = new Random(7);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long id = 2; id <= 200; id += 2) {
            Map<String, Object> row = TestRows.anyLegacyVehicle(random);
            row.put("veh_id", id);
            row.put("own_usr_id", 1L + random.nextInt(20));
            rows.add(row);
        }
        source.commit(rows.stream()
                .map(row -> service(RowChange.Op.INSERT, "t_veh", row))
                .toArray(RowChange[]::new));
        source.commit(service(RowChange.Op.DELETE, "t_veh", rows.remove(0)));
        rows.set(0, legacyVehicle(4, "avl_fl", "N"));

        reaches(source.commit(
                service(RowChange.Op.UPDATE, "t_veh", rows.get(0)),
                service(RowChange.Op.INSERT, "t_veh_idem", legacyKey(3, "k"))));

        assertThat(legacy.rows(mapping.tables().get(0).legacy())).isEqualTo(rows);
        assertThat(legacy.rows(mapping.tables().get(1).legacy())).containsExactly(legacyKey(3, "k"));
    }

    @DisplayName("rule 8: a missing foreign key stops the stream until it is there")
    @Test
    void aMissingForeignKeyStopsTheStreamUntilItIsThere() throws SQLException {
        RowRecord orphan = source.commit(service(RowChange.Op.INSERT, "t_veh", legacyVehicle(2, "own_usr_id", 99L)));
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(applier.status().state()).isEqualTo(ApplierStatus.State.FAILED);
            assertThat(applier.status().reason()).contains("offset 0: t_veh veh_id=2: ", "SQLSTATE 23503");
        });

        run(legacy.superuser(), "INSERT INTO t_usr VALUES (99)");

        reaches(orphan);
        assertThat(applier.status().state()).isEqualTo(ApplierStatus.State.RUNNING);
    }

    private RowChange service(RowChange.Op op, String legacyTable, Map<String, Object> row) {
        return mapping.mapped(Side.LEGACY, new RowChange(legacyTable, op, row));
    }

    private void reaches(RowRecord record) {
        await("applied up to " + record.lsn())
                .atMost(LONG)
                .until(() -> applier.status().appliedLsn().isAtLeast(record.lsn()));
    }
}
