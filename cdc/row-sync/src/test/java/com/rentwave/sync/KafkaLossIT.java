package com.rentwave.sync;

import static com.rentwave.sync.SourceSide.insert;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import com.rentwave.sync.ApplierStatus.State;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An applier whose broker is not there yet, goes away and comes back. */
@ExtendWith(Servers.class)
class KafkaLossIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String STREAM = RowRecord.topic("vehicles", Side.LEGACY);

    @Test
    void waitsForTheTopicAndOutlivesTheLossOfTheBroker() throws Exception {
        TestDatabase service = TestCluster.start().database(Side.SERVICE);
        try (TestBroker broker = new TestBroker();
                Applier applier = new Applier(
                        new ApplierSettings("vehicles", Side.LEGACY, broker.address(), "to_" + service.name()),
                        VehiclesMapping.mapping(),
                        service.applier(),
                        Clock.systemUTC())) {
            applier.start();
            await().atMost(LONG).until(() -> ("topic " + STREAM + " does not exist yet")
                    .equals(applier.status().reason()));
            Topics.create(broker, STREAM);
            try (SourceSide source = new SourceSide(broker, "vehicles", Side.LEGACY, "1")) {
                source.commit(insert(legacyVehicle(1)));
                await().atMost(LONG).until(() -> count(service).equals("1"));

                broker.kill();
                await("notices").atMost(LONG).untilAsserted(() -> {
                    assertThat(applier.status().state()).isEqualTo(State.WAITING);
                    assertThat(applier.status().reason()).isEqualTo("Kafka does not answer");
                });
                broker.start();

                await("goes on").atMost(LONG).until(() -> applier.status().state() == State.RUNNING);
                source.commit(insert(legacyVehicle(3)));
                await().atMost(LONG).until(() -> count(service).equals("2"));
            }
        }
    }

    private static String count(TestDatabase database) throws SQLException {
        return database.text("SELECT count(*) FROM vehicle");
    }
}
