package com.rentwave.cdc.capture;

import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A capture of the legacy database that has made its first copy and streams: a real PostgreSQL and a real Kafka. */
abstract class WithCapture {

    static final Duration LONG = Duration.ofSeconds(60);
    static final AtomicLong IDS = new AtomicLong(1_001);

    static TestPostgres postgres;
    static TestBroker broker;
    static Capture capture;
    static Heartbeats heartbeats;
    static RowTopicReader topic;
    static EventReader events;

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

    static String emit(boolean transactional, String id) {
        return "SELECT pg_logical_emit_message(" + transactional
                + ", 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"" + id + "\"}')";
    }

    static void barrier() throws Exception {
        String id = UUID.randomUUID().toString();
        postgres.run(Side.LEGACY, emit(true, id));
        topic.awaitBarrier(id);
    }

    static void transaction(String... statements) throws Exception {
        transactionAs("rentwave_legacy", statements);
    }

    static void transactionAs(String user, String... statements) throws Exception {
        try (Connection connection = postgres.as(user, Side.LEGACY).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }
}
