package com.rentwave.cdc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.cdc.platform.EventReader;
import com.rentwave.cdc.platform.RowTopicReader;
import com.rentwave.cdc.platform.TestCutover;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Streams from the first question to the last flip: armed once, never stopped, never copied again. */
class CdcApplicationIT extends WithCdc {

    @Test
    void answersOnlyWithTheInternalToken() throws Exception {
        assertThat(cdc.send("GET", "/streams/vehicles", null).statusCode()).isEqualTo(401);
        assertThat(cdc.send("POST", "/streams/vehicles/arm", "wrong").statusCode())
                .isEqualTo(401);
        assertThat(cdc.send("GET", "/internal/health", null).statusCode()).isEqualTo(200);
        assertThat(cdc.send("GET", "/streams/books", RunningCdc.TOKEN).statusCode())
                .isEqualTo(404);
        assertThat(cdc.send("GET", "/streams/rentals", RunningCdc.TOKEN).statusCode())
                .as("without a database of their service they are not offered")
                .isEqualTo(404);
        assertThat(cdc.send("POST", "/reconcile/vehicles?since=yesterday", RunningCdc.TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(cdc.get("/streams/vehicles").path("armed").booleanValue()).isFalse();
        assertThat(cdc.get("/streams/vehicles").path("forward").path("state").textValue())
                .isEqualTo("ABSENT");
    }

    @Test
    void carriesEventsBeforeAnythingIsArmedAndOnlyOnceThroughArmingAndARestart() throws Exception {
        postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 1));
        try (EventReader events = new EventReader(broker)) {
            await("first event").atMost(LONG).until(() -> events.of("vehicle:1").size() == 1);
            assertThat(cdc.get("/streams/vehicles").path("armed").booleanValue())
                    .isFalse();
            postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 2));
            arm();
            postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 3));
            cdc.close();
            postgres.run(Side.LEGACY, EventReader.insertLegacy("vehicle", "1", 4));
            cdc = new RunningCdc(postgres, broker, Map.of());
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
        flip(Side.LEGACY, Side.SERVICE);
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

        assertThat(cdc.post("/streams/vehicles/arm").path("armed").booleanValue())
                .isTrue();

        awaitStreaming();
        await("way back").atMost(LONG).until(() -> cdc.get("/streams/vehicles")
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

        flip(Side.LEGACY, Side.SERVICE);
        postgres.run(Side.SERVICE, Vehicles.insertService(2));
        postgres.run(Side.SERVICE, "UPDATE vehicle SET version = 1, model = 'Fabia' WHERE id = 1");
        await("rows are back").atMost(LONG).until(() -> "Fabia"
                .equals(postgres.text(Side.LEGACY, "SELECT mdl_nm FROM t_veh WHERE veh_id = 1 AND ver_no = 1")));
        awaitRows(Side.LEGACY, "t_veh", 2);
        flip(Side.SERVICE, Side.LEGACY);
        postgres.run(Side.LEGACY, "DELETE FROM t_veh WHERE veh_id = 2");
        awaitRows(Side.SERVICE, "vehicle", 1);

        assertThat(readersOfSlots()).isEqualTo(readers);
        assertThat(cdc.post("/reconcile/vehicles").path("clean").booleanValue()).isTrue();
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
        cdc.close();
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));

        cdc = new RunningCdc(postgres, broker, Map.of());
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
        cdc.close();
        cdc = new RunningCdc(postgres, broker, Map.of());
        awaitLost();
        cdc.post("/streams/vehicles/arm");
        awaitLost();

        assertThat(cdc.get("/streams/vehicles").path("armed").booleanValue()).isTrue();
        assertThat(cdc.get("/internal/health").path("alarms").get(0).textValue())
                .contains("is lost");
        assertThat(postgres.text(
                        Side.LEGACY, "SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'rentwave_legacy'"))
                .isEqualTo("0");
        try (RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            topic.await("rows", r -> r.kind() == Kind.SNAPSHOT_END);
            assertThat(topic.records(Kind.SNAPSHOT_BEGIN)).hasSize(1);
        }
    }

    @DisplayName("rule 23: armed again, the stream is the same, and what was deleted meanwhile is gone")
    @Test
    void keepsTheStreamWhenItIsArmedAgain() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3));
        arm();
        awaitRows(Side.SERVICE, "vehicle", 2);
        await("a reader of each slot").atMost(LONG).until(() -> !readersOfSlots()
                .contains(null));
        List<String> readers = readersOfSlots();

        postgres.run(Side.LEGACY, "DELETE FROM t_veh WHERE veh_id = 1");
        arm();

        awaitRows(Side.SERVICE, "vehicle", 1);
        assertThat(readersOfSlots()).isEqualTo(readers);
        try (RowTopicReader topic = new RowTopicReader(broker, Side.LEGACY)) {
            topic.await("the deletion", r -> r.kind() == Kind.CHANGES);
            assertThat(topic.records(Kind.SNAPSHOT_BEGIN)).hasSize(1);
        }
        assertThat(cdc.post("/reconcile/vehicles").path("clean").booleanValue()).isTrue();
    }

    private void awaitLost() {
        await("alarm").atMost(LONG).until(() -> {
            JsonNode forward = cdc.get("/streams/vehicles").path("forward");
            return forward.path("state").textValue().equals("FAILED")
                    && forward.path("reason").textValue().contains("is lost");
        });
    }

    private static void flip(Side from, Side to) throws SQLException {
        TestCutover.flip(
                "vehicles",
                postgres.as("rentwave_coordinator", from),
                postgres.as("rentwave_coordinator", to),
                to.word());
    }

    private long changes(Side side) {
        try (RowTopicReader topic = new RowTopicReader(broker, side)) {
            topic.all();
            return topic.changes(Kind.CHANGES).size();
        }
    }
}
