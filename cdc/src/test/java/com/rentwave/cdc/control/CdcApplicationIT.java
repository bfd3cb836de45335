package com.rentwave.cdc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.CdcApplication;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Topics;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Applier;
import com.rentwave.sync.ApplierSettings;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, asked over HTTP, with the applier of the vehicle service beside it. */
class CdcApplicationIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TOKEN = "internal";

    private static TestPostgres postgres;
    private static TestBroker broker;

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext application;
    private Applier service;
    private String address;

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
        startApplication();
        service = new Applier(
                ApplierSettings.of("vehicles", Side.LEGACY, broker.address()),
                VehiclesMapping.mapping(),
                postgres.as("rentwave_vehicles_sync", Side.SERVICE),
                Clock.systemUTC());
        service.start();
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        service.close();
        postgres.forgetVehicles();
        Topics.deleteAll(broker.address());
    }

    @Test
    void answersOnlyWithTheInternalToken() throws Exception {
        assertThat(send("GET", "/streams/vehicles", null).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/streams/vehicles/arm", "wrong").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/internal/health", null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/streams/books", TOKEN).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/streams/rentals", TOKEN).statusCode())
                .as("without a database of their service they are not offered")
                .isEqualTo(404);
        assertThat(send("POST", "/reconcile/vehicles?since=yesterday", TOKEN).statusCode())
                .isEqualTo(400);
        assertThat(get("/streams/vehicles").path("armed").booleanValue()).isFalse();
        assertThat(get("/streams/vehicles").path("forward").path("state").textValue())
                .isEqualTo("ABSENT");
    }

    @Test
    void carriesEventsBeforeAnythingIsArmedAndOnlyOnceThroughArmingAndARestart() throws Exception {
        postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 1));
        try (EventReader events = new EventReader(broker)) {
            await("first event").atMost(LONG).until(() -> events.of("vehicle:1").size() == 1);
            assertThat(get("/streams/vehicles").path("armed").booleanValue()).isFalse();
            postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 2));
            arm();
            postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 3));
            application.close();
            postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 4));
            startApplication();
            await("last event").atMost(LONG).until(() -> events.of("vehicle:1").size() >= 4);

            assertThat(events.of("vehicle:1"))
                    .extracting(event -> event.path("data").path("n").intValue())
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @DisplayName("rule 19: events leave from the database that committed the change, once")
    @Test
    void carriesEventsOfWhicheverSideCommittedTheChange() throws Exception {
        arm();
        postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "2", 1));
        flip(Side.LEGACY, Side.SERVICE, 1);
        postgres.run(
                Side.SERVICE,
                "INSERT INTO outbox VALUES (gen_random_uuid(), 'vehicle', '2', 'vehicle.update', 7, NULL, now(), '{\"n\": 2}')");
        try (EventReader events = new EventReader(broker)) {
            await("both events").atMost(LONG).until(() -> events.of("vehicle:2").size() == 2);

            assertThat(events.of("vehicle:2"))
                    .extracting(event -> event.path("source").textValue())
                    .containsExactly("legacy", "vehicle-service");
            assertThat(events.of("vehicle:2").get(1).path("data").toString()).isEqualTo("{\"n\":2}");
        }
    }

    @DisplayName("rule 33: the way back is armed first; it is there before anybody could need it")
    @Test
    void armsTheWayBackTogetherWithTheWayForth() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));

        assertThat(post("/streams/vehicles/arm").path("armed").booleanValue()).isTrue();

        awaitStreaming();
        await("way back").atMost(LONG).until(() -> get("/streams/vehicles")
                .path("applier")
                .path("state")
                .textValue()
                .equals("RUNNING"));
        awaitRows(Side.SERVICE, "vehicle", 1);
    }

    @DisplayName("rule 13: streams are never stopped by a flip")
    @Test
    void keepsBothStreamsThroughAFlipAndCarriesTheRowsOfTheNewOwnerBack() throws Exception {
        arm();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        awaitRows(Side.SERVICE, "vehicle", 1);
        List<String> readers = readersOfSlots();

        flip(Side.LEGACY, Side.SERVICE, 1);
        postgres.run(Side.SERVICE, Vehicles.insertService(2));
        postgres.run(Side.SERVICE, "UPDATE vehicle SET version = 1, model = 'Fabia' WHERE id = 1");
        await("rows are back").atMost(LONG).until(() -> "Fabia"
                .equals(postgres.text(Side.LEGACY, "SELECT mdl_nm FROM t_veh WHERE veh_id = 1 AND ver_no = 1")));
        awaitRows(Side.LEGACY, "t_veh", 2);
        flip(Side.SERVICE, Side.LEGACY, 2);
        postgres.run(Side.LEGACY, "DELETE FROM t_veh WHERE veh_id = 2");
        awaitRows(Side.SERVICE, "vehicle", 1);

        assertThat(readersOfSlots()).isEqualTo(readers);
        assertThat(post("/reconcile/vehicles").path("clean").booleanValue()).isTrue();
        assertThat(changes(Side.LEGACY))
                .as("legacy's own changes, without echoes")
                .isEqualTo(2);
        assertThat(changes(Side.SERVICE))
                .as("service's own changes, without echoes")
                .isEqualTo(2);
    }

    @Test
    void goesOnArmedAfterARestart() throws Exception {
        arm();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        application.close();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));

        startApplication();
        awaitStreaming();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(5));
        awaitRows(Side.SERVICE, "vehicle", 3);

        try (RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            topic.await("rows", r -> r.changes().stream()
                    .anyMatch(c -> Long.valueOf(5).equals(c.row().get("veh_id"))));
            assertThat(topic.records(Kind.SNAPSHOT_BEGIN)).hasSize(1);
            assertThat(topic.changes(Kind.CHANGES)).hasSize(3);
        }
    }

    @DisplayName("rule 12: a lost slot is an alarm, never a re-snapshot")
    @Test
    void raisesAnAlarmForALostSlotAndNeverCopiesAgain() throws Exception {
        arm();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        awaitRows(Side.SERVICE, "vehicle", 1);

        await("slot is dropped").atMost(LONG).ignoreExceptions().until(() -> {
            postgres.runAsSuperuser(
                    Side.LEGACY,
                    "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = 'rentwave_legacy'");
            postgres.runAsSuperuser(Side.LEGACY, "SELECT pg_drop_replication_slot('rentwave_legacy')");
            return true;
        });
        awaitLost();
        application.close();
        startApplication();
        awaitLost();
        post("/streams/vehicles/arm");
        awaitLost();

        assertThat(get("/streams/vehicles").path("armed").booleanValue()).isTrue();
        assertThat(get("/internal/health").path("alarms").get(0).textValue()).contains("is lost");
        assertThat(postgres.text(
                        Side.LEGACY, "SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'rentwave_legacy'"))
                .isEqualTo("0");
        try (RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            topic.await("rows", r -> r.kind() == Kind.SNAPSHOT_END);
            assertThat(topic.records(Kind.SNAPSHOT_BEGIN)).hasSize(1);
        }
    }

    @DisplayName("rule 16: a difference is told, and no value is written over another or revived")
    @Test
    void findsPlantedDifferencesAndCallsACleanPairClean() throws Exception {
        for (long id = 1; id < 41; id += 2) {
            postgres.run(Side.LEGACY, Vehicles.insertLegacy(id, "M" + id, "k=v\\=w\nl=" + id));
        }
        postgres.run(
                Side.LEGACY,
                "INSERT INTO t_veh_idem VALUES (7, 'key-1', 'h', 201, '{}', '\"0-a\"', '/api/vehicles/1', now())");
        arm();
        awaitRows(Side.SERVICE, "vehicle", 20);
        awaitRows(Side.SERVICE, "vehicle_idempotency", 1);

        JsonNode clean = post("/reconcile/vehicles");
        plant("UPDATE vehicle SET price_per_day = 1 WHERE id = 3");
        plant("DELETE FROM vehicle WHERE id = 5");
        plant(Vehicles.insertService(100));
        plant("UPDATE vehicle_idempotency SET status = 500");
        JsonNode dirty = post("/reconcile/vehicles");

        assertThat(clean.path("clean").booleanValue()).isTrue();
        assertThat(clean.path("compared").longValue()).isEqualTo(21);
        assertThat(dirty.path("clean").booleanValue()).isFalse();
        assertThat(dirty.path("differences"))
                .extracting(
                        d -> d.path("table").textValue() + ' ' + d.path("key").textValue())
                .containsExactly(
                        "t_veh veh_id=3", "t_veh veh_id=5", "t_veh veh_id=100", "t_veh_idem usr_id=7, idem_key=key-1");
        assertThat(dirty.path("differences")
                        .get(0)
                        .path("legacy")
                        .path("day_prc_am")
                        .longValue())
                .isEqualTo(4500);
        assertThat(dirty.path("differences")
                        .get(0)
                        .path("service")
                        .path("price_per_day")
                        .longValue())
                .isEqualTo(1);
        assertThat(dirty.path("differences").get(1).path("service").isNull()).isTrue();
        assertThat(dirty.path("differences").get(2).path("legacy").isNull()).isTrue();
        assertThat(postgres.text(Side.LEGACY, "SELECT sum(day_prc_am) FROM t_veh WHERE veh_id IN (3, 5)"))
                .as("the owner's rows")
                .isEqualTo("9000");
        assertThat(postgres.text(
                        Side.SERVICE, "SELECT string_agg(id::text, ' ' ORDER BY id) FROM vehicle WHERE id IN (5, 100)"))
                .as("the copy's rows")
                .isEqualTo("100");
    }

    @DisplayName("rule 23: armed again, the stream is the same, and what was deleted meanwhile is gone")
    @Test
    void keepsTheStreamWhenItIsArmedAgain() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));
        arm();
        awaitRows(Side.SERVICE, "vehicle", 2);
        List<String> readers = readersOfSlots();

        postgres.run(Side.LEGACY, "DELETE FROM t_veh WHERE veh_id = 1");
        arm();

        awaitRows(Side.SERVICE, "vehicle", 1);
        assertThat(readersOfSlots()).isEqualTo(readers);
        try (RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            topic.await("the deletion", r -> r.kind() == Kind.CHANGES);
            assertThat(topic.records(Kind.SNAPSHOT_BEGIN)).hasSize(1);
        }
        assertThat(post("/reconcile/vehicles").path("clean").booleanValue()).isTrue();
    }

    @DisplayName("rule 15: the rows changed since the last clean pass are compared, and the number of all")
    @Test
    void comparesOnlyRecentRowsAndTheNumberOfRowsWhenAskedTo() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(1, 2_000, "Old"));
        arm();
        awaitRows(Side.SERVICE, "vehicle", 1_000);
        Instant since = Instant.now().minusSeconds(1);
        postgres.run(
                Side.LEGACY, "UPDATE t_veh SET upd_ts = now() AT TIME ZONE 'UTC', ver_no = 1 WHERE veh_id IN (7, 9)");
        await("rows").atMost(LONG).until(() -> "2"
                .equals(postgres.text(Side.SERVICE, "SELECT count(*) FROM vehicle WHERE version = 1")));

        JsonNode clean = post("/reconcile/vehicles?since=" + since);
        plant("UPDATE vehicle SET model = 'Other' WHERE id = 7");
        JsonNode changed = post("/reconcile/vehicles?since=" + since);
        plant("UPDATE vehicle SET model = 'Old' WHERE id = 7");
        plant("DELETE FROM vehicle WHERE id = 1501");
        JsonNode missing = post("/reconcile/vehicles?since=" + since);

        assertThat(clean.path("clean").booleanValue()).isTrue();
        assertThat(clean.path("compared").longValue()).isEqualTo(2);
        assertThat(changed.path("differences")).hasSize(1);
        assertThat(missing.path("differences").get(0).path("key").textValue()).isEqualTo("veh_id=1501");
    }

    @Test
    void provesTheMappingOnEveryLiveRowOfTheOwner() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3, "Bad", "no equals sign"));

        JsonNode proof = get("/mapping/vehicles");

        assertThat(proof.path("rows").longValue()).isEqualTo(2);
        assertThat(proof.path("failures")).hasSize(1);
        assertThat(proof.path("failures").get(0).path("table").textValue()).isEqualTo("t_veh");
        assertThat(proof.path("failures").get(0).path("key").textValue()).isEqualTo("veh_id=3");
        assertThat(proof.path("failures").get(0).path("reason").textValue()).contains("no '='");
    }

    private void startApplication() {
        application = new SpringApplicationBuilder(CdcApplication.class)
                .properties(Map.of(
                        "SERVER_PORT",
                        "0",
                        "RENTWAVE_LEGACY_DATABASE_URL",
                        postgres.source(Side.LEGACY).url(),
                        "RENTWAVE_VEHICLES_DATABASE_URL",
                        postgres.source(Side.SERVICE).url(),
                        "RENTWAVE_KAFKA_BOOTSTRAP_SERVERS",
                        broker.address(),
                        "RENTWAVE_INTERNAL_TOKEN",
                        TOKEN,
                        "logging.config",
                        "classpath:logback-test.xml"))
                .run();
        address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    private void arm() throws Exception {
        post("/streams/vehicles/arm");
        awaitStreaming();
    }

    private void awaitStreaming() {
        await("both streams").atMost(LONG).until(() -> {
            JsonNode view = get("/streams/vehicles");
            return view.path("forward").path("state").textValue().equals("STREAMING")
                    && view.path("reverse").path("state").textValue().equals("STREAMING");
        });
    }

    private void awaitLost() {
        await("alarm").atMost(LONG).until(() -> {
            JsonNode forward = get("/streams/vehicles").path("forward");
            return forward.path("state").textValue().equals("FAILED")
                    && forward.path("reason").textValue().contains("is lost");
        });
    }

    private void awaitRows(Side side, String table, int count) {
        await(count + " rows in " + table).atMost(LONG).until(() -> String.valueOf(count)
                .equals(postgres.text(side, "SELECT count(*) FROM " + table)));
    }

    /** The steps of a cutover that the databases see: fence with a barrier, drain, switch. */
    private void flip(Side from, Side to, long epoch) throws Exception {
        String barrier = UUID.randomUUID().toString();
        try (Connection connection = postgres.as("rentwave_coordinator", from).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))");
            statement.execute(
                    "UPDATE sync.ownership SET owner = 'nobody', epoch = " + epoch + " WHERE api = 'vehicles'");
            statement.execute(
                    "SELECT pg_logical_emit_message(true, 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\""
                            + barrier + "\"}')");
            connection.commit();
        }
        await("drained").atMost(LONG).until(() -> "1"
                .equals(postgres.text(
                        to, "SELECT count(*) FROM sync.applied_barrier WHERE barrier = '" + barrier + "'")));
        try (Connection connection = postgres.as("rentwave_coordinator", to).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE sync.ownership SET owner = '" + to.word() + "', epoch = " + epoch
                    + " WHERE api = 'vehicles'");
        }
    }

    private List<String> readersOfSlots() throws SQLException {
        return postgres.column(Side.LEGACY, "SELECT active_pid FROM pg_replication_slots ORDER BY slot_name");
    }

    private long changes(Side side) {
        try (RowTopicReader topic = new RowTopicReader(broker, side)) {
            topic.all();
            return topic.changes(Kind.CHANGES).size();
        }
    }

    /** Changes the service's rows as an applier that went wrong would. */
    private void plant(String sql) throws SQLException {
        try (Connection connection = postgres.superuser(Side.SERVICE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_replication_origin_create('rentwave_planted') WHERE NOT EXISTS"
                    + " (SELECT FROM pg_replication_origin WHERE roname = 'rentwave_planted')");
            statement.execute("SELECT pg_replication_origin_session_setup('rentwave_planted')");
            statement.execute(sql);
        }
    }

    private JsonNode get(String path) throws Exception {
        return new ObjectMapper().readTree(send("GET", path, TOKEN).body());
    }

    private JsonNode post(String path) throws Exception {
        return new ObjectMapper().readTree(send("POST", path, TOKEN).body());
    }

    private HttpResponse<String> send(String method, String path, String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
