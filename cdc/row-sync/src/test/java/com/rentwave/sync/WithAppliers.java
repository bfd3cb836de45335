package com.rentwave.sync;

import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import com.rentwave.sync.ApplierStatus.State;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic of the legacy side, a database of the service, and appliers between them: a real PostgreSQL and a real Kafka. */
@ExtendWith(Servers.class)
abstract class WithAppliers {

    static final Duration LONG = Duration.ofSeconds(60);
    static final String SYSTEM = "7461234567890123456";
    static final String STREAM = RowRecord.topic("vehicles", Side.LEGACY);

    final TestBroker broker = Servers.broker();
    final ApiMapping mapping = VehiclesMapping.mapping();
    final List<Applier> appliers = new ArrayList<>();
    TestDatabase service;
    ApplierSettings settings;
    SourceSide source;

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

    Applier start() {
        return start(settings);
    }

    Applier start(ApplierSettings with) {
        Applier applier = new Applier(with, mapping, service.applier(), Clock.systemUTC());
        appliers.add(applier);
        applier.start();
        return applier;
    }

    void reaches(Applier applier, RowRecord record) {
        await("applied up to " + record.lsn())
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> applier.status().appliedLsn().isAtLeast(record.lsn()));
    }

    void fails(Applier applier, String reason) {
        await("fails because " + reason).atMost(LONG).untilAsserted(() -> {
            assertThat(applier.status().state()).isEqualTo(State.FAILED);
            assertThat(applier.status().reason()).contains(reason);
        });
    }

    long offset() throws SQLException {
        return Long.parseLong(service.text("SELECT next_offset FROM sync.apply_position"));
    }

    @SafeVarargs
    final void holds(Map<String, Object>... legacyRows) throws SQLException {
        holds(List.of(legacyRows));
    }

    void holds(List<Map<String, Object>> legacyRows) throws SQLException {
        List<Map<String, Object>> expected =
                legacyRows.stream().map(row -> mapping.toService("t_veh", row)).toList();
        assertThat(service.rows(mapping.tables().get(0).service())).isEqualTo(expected);
    }

    static Map<String, Object> named(long id, String make) {
        return legacyVehicle(id, "mk_nm", make);
    }
}
