package com.rentwave.cdc.control;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Topics;
import com.rentwave.sync.Applier;
import com.rentwave.sync.ApplierSettings;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The whole application, asked over HTTP, with the applier of vehicle-service beside it; nothing is armed. */
abstract class WithCdc {

    static final Duration LONG = Duration.ofSeconds(60);

    static TestPostgres postgres;
    static TestBroker broker;

    RunningCdc cdc;
    private Applier service;

    @BeforeAll
    static void startPlatform() {
        postgres = new TestPostgres();
        broker = new TestBroker();
    }

    @AfterAll
    static void stopPlatform() throws Exception {
        broker.close();
        postgres.close();
    }

    @BeforeEach
    void start() {
        cdc = new RunningCdc(postgres, broker, settings());
        service = new Applier(
                ApplierSettings.of("vehicles", Side.LEGACY, broker.address()),
                VehiclesMapping.mapping(),
                postgres.as("rentwave_vehicles_sync", Side.SERVICE),
                Clock.systemUTC());
        service.start();
    }

    @AfterEach
    void stop() throws Exception {
        cdc.close();
        service.close();
        postgres.forgetVehicles();
        Topics.deleteAll(broker.address());
    }

    /** Besides addresses. */
    Map<String, Object> settings() {
        return Map.of();
    }

    void arm() throws Exception {
        cdc.post("/streams/vehicles/arm");
        awaitStreaming();
    }

    void awaitStreaming() {
        await("both streams").atMost(LONG).until(() -> {
            JsonNode view = cdc.get("/streams/vehicles");
            return view.path("forward").path("state").textValue().equals("STREAMING")
                    && view.path("reverse").path("state").textValue().equals("STREAMING");
        });
    }

    void awaitRows(Side side, String table, int count) {
        await(count + " rows in " + table).atMost(LONG).until(() -> String.valueOf(count)
                .equals(postgres.text(side, "SELECT count(*) FROM " + table)));
    }

    /**
     * Answers kept by the monolith, numbered from 1.
     *
     * @param key before the number
     * @param body in SQL
     * @param at in SQL
     */
    void keepAnswers(String key, int count, String body, String at) throws SQLException {
        postgres.run(
                Side.LEGACY,
                "INSERT INTO t_veh_idem SELECT 7, '" + key + "' || n, 'h', 201, " + body + ", '\"0-a\"', '/x', " + at
                        + " FROM generate_series(1, " + count + ") n");
    }

    /** Changes the service's rows as an applier that went wrong would. */
    void plant(String sql) throws SQLException {
        try (Connection connection = postgres.superuser(Side.SERVICE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_replication_origin_create('rentwave_planted') WHERE NOT EXISTS"
                    + " (SELECT FROM pg_replication_origin WHERE roname = 'rentwave_planted')");
            statement.execute("SELECT pg_replication_origin_session_setup('rentwave_planted')");
            statement.execute(sql);
        }
    }

    List<String> readersOfSlots() throws SQLException {
        return postgres.column(Side.LEGACY, "SELECT active_pid FROM pg_replication_slots ORDER BY slot_name");
    }
}
