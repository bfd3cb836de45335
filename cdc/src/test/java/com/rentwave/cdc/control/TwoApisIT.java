package com.rentwave.cdc.control;

import static com.rentwave.cdc.platform.TestCutover.barrier;
import static com.rentwave.cdc.platform.TestCutover.flip;
import static com.rentwave.cdc.platform.TestCutover.hasPassed;
import static com.rentwave.cdc.platform.TestCutover.number;
import static com.rentwave.cdc.platform.TestCutover.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.Rentals;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Applier;
import com.rentwave.sync.ApplierSettings;
import com.rentwave.sync.RentalsMapping;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Vehicles and rentals at once, in one life of the application: the monolith's rows of both leave in one stream. */
class TwoApisIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static TestPostgres postgres;
    private static TestBroker broker;
    private static RunningCdc cdc;
    private static Applier vehicles;
    private static Applier rentals;
    private static JsonNode vehiclesBeforeTheyWereArmed;
    private static List<RowRecord> recordsBeforeTheyWereArmed;

    @BeforeAll
    static void start() throws Exception {
        postgres = new TestPostgres();
        postgres.prepareRentals();
        broker = new TestBroker();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Rentals.insertLegacy(1));
        startApplication(postgres.rentals().url());
        vehicles = new Applier(
                ApplierSettings.of("vehicles", Side.LEGACY, broker.address()),
                VehiclesMapping.mapping(),
                postgres.as("rentwave_vehicles_sync", Side.SERVICE),
                Clock.systemUTC());
        rentals = new Applier(
                ApplierSettings.of("rentals", Side.LEGACY, broker.address()),
                RentalsMapping.mapping(),
                postgres.rentalsAs("rentwave_rentals_sync"),
                Clock.systemUTC());
        vehicles.start();
        rentals.start();
        arm();
    }

    /** First rentals, then vehicles. */
    private static void arm() throws Exception {
        cdc.post("/streams/rentals/arm");
        awaitRental("copied", 1);
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));
        postgres.run(Side.LEGACY, Rentals.insertLegacy(3));
        awaitRental("streamed", 3);
        vehiclesBeforeTheyWereArmed = cdc.get("/streams/vehicles");
        try (RowTopicReader topic = new RowTopicReader(broker, "vehicles", Side.LEGACY)) {
            recordsBeforeTheyWereArmed = List.copyOf(topic.all());
        }
        cdc.post("/streams/vehicles/arm");
        awaitVehicle("copied", 3);
    }

    @AfterAll
    static void stop() throws Exception {
        cdc.close();
        vehicles.close();
        rentals.close();
        broker.close();
        postgres.close();
    }

    @Test
    void armsOneApiWithoutTheOther() throws Exception {
        assertThat(vehiclesBeforeTheyWereArmed.path("armed").booleanValue()).isFalse();
        assertThat(vehiclesBeforeTheyWereArmed.findValuesAsText("state"))
                .containsExactly("ABSENT", "ABSENT", "WAITING");
        assertThat(recordsBeforeTheyWereArmed).isEmpty();
        for (String api : List.of("vehicles", "rentals")) {
            assertThat(cdc.get("/streams/" + api).path("armed").booleanValue()).isTrue();
        }
        awaitNoAlarm();
    }

    @Test
    void keepsTheRowsOfBothApisInOneTransactionApart() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(101));
        String[] late = Rentals.addDayLegacy(103);

        inLegacy(
                Vehicles.insertLegacy(103),
                Rentals.insertLegacy(103),
                late[0],
                late[1],
                "DELETE FROM t_veh WHERE veh_id = 101");

        awaitVehicle("added", 103);
        awaitRental("added", 103);
        assertThat(transaction("vehicles", "veh_id", 103)).containsExactly("t_veh INSERT", "t_veh DELETE");
        assertThat(transaction("rentals", "rnt_id", 103))
                .containsExactly("t_rnt INSERT", "t_rnt UPDATE", "t_rnt_late INSERT");
        assertThat(inRentals("SELECT count(*) FROM rental_late WHERE rental_id = 103 AND day = '2026-11-24'"))
                .isEqualTo(1);
        for (String api : List.of("vehicles", "rentals")) {
            assertThat(cdc.post("/reconcile/" + api).path("clean").booleanValue())
                    .isTrue();
            assertThat(cdc.get("/mapping/" + api).path("rows").longValue()).isPositive();
            assertThat(cdc.get("/mapping/" + api).path("failures")).isEmpty();
        }
    }

    @Test
    void sendsABarrierOnlyWhereItIsWaitedFor() throws Exception {
        String forRentals = barrier(postgres.as("rentwave_coordinator", Side.LEGACY), "rentals");
        String forVehicles = barrier(postgres.as("rentwave_coordinator", Side.LEGACY), "vehicles");

        await("both barriers")
                .atMost(LONG)
                .until(() -> hasPassed(postgres.rentalsAs("postgres"), forRentals)
                        && hasPassed(postgres.superuser(Side.SERVICE), forVehicles));

        assertThat(hasPassed(postgres.rentalsAs("postgres"), forVehicles)).isFalse();
        assertThat(hasPassed(postgres.superuser(Side.SERVICE), forRentals)).isFalse();
    }

    @DisplayName("rules 13 and 19: flips one API and leaves the other where it is")
    @Test
    void flipsOneApiAndLeavesTheOtherWhereItIs() throws Exception {
        DataSource legacy = postgres.as("rentwave_coordinator", Side.LEGACY);
        DataSource service = postgres.rentalsAs("rentwave_coordinator");

        flip("rentals", legacy, service, "service");
        run(postgres.rentalsAs("rentwave_rentals"), Rentals.insertService(2));
        run(
                postgres.rentalsAs("rentwave_rentals"),
                "INSERT INTO outbox VALUES (gen_random_uuid(), 'rental', '2', 'rent.start', 7, NULL, now(), '{}')");
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(7));
        await("the rental is back").atMost(LONG).until(() -> "R 2026-11-21"
                .equals(postgres.text(Side.LEGACY, "SELECT sts_cd || ' ' || occ_to_dt FROM t_rnt WHERE rnt_id = 2")));
        awaitVehicle("added", 7);
        flip("rentals", service, legacy, "legacy");
        postgres.run(Side.LEGACY, "DELETE FROM t_rnt WHERE rnt_id = 2");
        await("the rental is gone")
                .atMost(LONG)
                .until(() -> inRentals("SELECT count(*) FROM rental WHERE id = 2") == 0);

        assertThat(cdc.post("/reconcile/rentals").path("clean").booleanValue()).isTrue();
        awaitNoAlarm();
        try (EventReader events = new EventReader(broker)) {
            await("the event").atMost(LONG).until(() -> !events.of("rental:2").isEmpty());
            assertThat(events.of("rental:2"))
                    .extracting(event -> event.path("source").textValue())
                    .containsExactly("rental-service");
        }
    }

    @Test
    void findsAPlantedDifferenceInADayLate() throws Exception {
        String[] late = Rentals.addDayLegacy(201);
        inLegacy(Rentals.insertLegacy(201), late[0], late[1]);
        awaitRental("added", 201);
        plant("UPDATE rental_late SET fee = 51 WHERE rental_id = 201");

        JsonNode dirty = cdc.post("/reconcile/rentals");
        plant("UPDATE rental_late SET fee = 50 WHERE rental_id = 201");

        assertThat(dirty.path("differences"))
                .extracting(
                        d -> d.path("table").textValue() + ' ' + d.path("key").textValue())
                .containsExactly("t_rnt_late rnt_id=201, day_dt=2026-11-24");
        assertThat(cdc.post("/reconcile/rentals").path("clean").booleanValue()).isTrue();
    }

    /** An armed API loses no row while nobody tells the address of its service's database. */
    @Test
    void goesOnCapturingAnArmedApiThatIsNotOffered() throws Exception {
        cdc.close();
        startApplication("");
        try {
            postgres.run(Side.LEGACY, Rentals.insertLegacy(301));
            awaitRental("streamed", 301);

            assertThat(cdc.send("GET", "/streams/rentals", RunningCdc.TOKEN).statusCode())
                    .isEqualTo(404);
            assertThat(cdc.get("/streams/vehicles").path("armed").booleanValue())
                    .isTrue();
        } finally {
            cdc.close();
            startApplication(postgres.rentals().url());
        }
        await("rentals are armed")
                .atMost(LONG)
                .until(() -> cdc.get("/streams/rentals").path("armed").booleanValue());
    }

    private static void awaitNoAlarm() {
        await("no alarm").atMost(LONG).untilAsserted(() -> assertThat(
                        cdc.get("/internal/health").path("alarms"))
                .isEmpty());
    }

    private static void awaitVehicle(String what, long id) {
        await("vehicle " + id + " is " + what).atMost(LONG).until(() -> "1"
                .equals(postgres.text(Side.SERVICE, "SELECT count(*) FROM vehicle WHERE id = " + id)));
    }

    private static void awaitRental(String what, long id) {
        await("rental " + id + " is " + what)
                .atMost(LONG)
                .until(() -> inRentals("SELECT count(*) FROM rental WHERE id = " + id) == 1);
    }

    /** Changes the service's rows as an applier that went wrong would. */
    private static void plant(String sql) throws SQLException {
        run(
                postgres.rentalsAs("postgres"),
                "SELECT pg_replication_origin_create('planted') WHERE NOT EXISTS"
                        + " (SELECT FROM pg_replication_origin WHERE roname = 'planted');"
                        + "SELECT pg_replication_origin_session_setup('planted');" + sql);
    }

    /** @param rentals address of the database of rental-service; empty when it is not told */
    private static void startApplication(String rentals) {
        cdc = new RunningCdc(postgres, broker, Map.of("RENTWAVE_RENTALS_DATABASE_URL", rentals));
    }

    /** What the transaction with a row of that key changed, by table and operation. */
    private static List<String> transaction(String api, String key, long value) {
        try (RowTopicReader topic = new RowTopicReader(broker, api, Side.LEGACY)) {
            RowRecord record = topic.await(
                    "row " + value,
                    r -> r.kind() == Kind.CHANGES
                            && r.changes().stream().anyMatch(change -> Long.valueOf(value)
                                    .equals(change.row().get(key))));
            return record.changes().stream()
                    .map(change -> change.table() + ' ' + change.op())
                    .toList();
        }
    }

    private static void inLegacy(String... statements) throws SQLException {
        try (Connection connection = postgres.app(Side.LEGACY).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static long inRentals(String sql) throws SQLException {
        return number(postgres.rentalsAs("postgres"), sql);
    }
}
