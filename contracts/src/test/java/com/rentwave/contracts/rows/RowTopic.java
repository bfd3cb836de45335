package com.rentwave.contracts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecordJson;
import com.rentwave.sync.VehiclesMapping;
import java.util.Map;
import java.util.function.Consumer;

/** A topic of rows, and what its applier relies on: both sides' records are alike, and of other tables. */
enum RowTopic {
    LEGACY(
            RowBodies.LEGACY,
            "legacy",
            "t_veh",
            "t_veh_idem",
            RowBodies::legacyVehicle,
            RowBodies::legacyVehicleAfterPause,
            row -> row.integerType("veh_id", 17),
            RowBodies::legacyIdempotencyKey),
    SERVICE(
            RowBodies.SERVICE,
            "service",
            "vehicle",
            "vehicle_idempotency",
            RowBodies::serviceVehicle,
            RowBodies::serviceVehicleAfterPause,
            row -> row.integerType("id", 18),
            RowBodies::serviceIdempotencyKey);

    private final String topic;
    private final String side;
    private final String vehicles;
    private final String keys;
    private final Consumer<LambdaDslObject> vehicle;
    private final Consumer<LambdaDslObject> paused;
    private final Consumer<LambdaDslObject> identity;
    private final Consumer<LambdaDslObject> key;

    RowTopic(
            String topic,
            String side,
            String vehicles,
            String keys,
            Consumer<LambdaDslObject> vehicle,
            Consumer<LambdaDslObject> paused,
            Consumer<LambdaDslObject> identity,
            Consumer<LambdaDslObject> key) {
        this.topic = topic;
        this.side = side;
        this.vehicles = vehicles;
        this.keys = keys;
        this.vehicle = vehicle;
        this.paused = paused;
        this.identity = identity;
        this.key = key;
    }

    V4Pact vehicleAdded(MessagePactBuilder pact) {
        return record(pact, "a user adds a vehicle", "the rows of a new vehicle", rows("CHANGES"));
    }

    V4Pact vehiclesCopied(MessagePactBuilder pact) {
        return record(pact, "the stream was armed", "rows of the first copy", rows("SNAPSHOT"));
    }

    V4Pact vehiclePaused(MessagePactBuilder pact) {
        return record(
                pact,
                "a user pauses a vehicle",
                "the rows of a paused vehicle",
                RowBodies.rows("CHANGES", side, changes -> change(changes, vehicles, "UPDATE", paused)));
    }

    V4Pact vehicleRemoved(MessagePactBuilder pact) {
        return record(
                pact,
                "a user removes a vehicle",
                "the rows of a removed vehicle",
                RowBodies.rows("CHANGES", side, changes -> change(changes, vehicles, "DELETE", identity)));
    }

    V4Pact barrier(MessagePactBuilder pact) {
        return record(pact, "somebody waits for a barrier", "a barrier", RowBodies.barrier(side));
    }

    V4Pact heartbeat(MessagePactBuilder pact) {
        return mark(pact, "the log moves on without a row", "a heartbeat", "HEARTBEAT");
    }

    V4Pact mark(MessagePactBuilder pact, String state, String what, String kind) {
        return record(pact, state, what, RowBodies.mark(kind, side));
    }

    private DslPart rows(String kind) {
        return RowBodies.rows(
                kind, side, changes -> change(change(changes, vehicles, "INSERT", vehicle), keys, "INSERT", key));
    }

    private static LambdaDslJsonArray change(
            LambdaDslJsonArray changes, String table, String op, Consumer<LambdaDslObject> row) {
        return changes.object(change ->
                change.stringValue("table", table).stringValue("op", op).object("row", row));
    }

    private V4Pact record(MessagePactBuilder pact, String state, String what, DslPart content) {
        return pact.given(state)
                .expectsToReceive(what)
                .withMetadata(Map.of("topic", topic))
                .withContent(content)
                .toPact(V4Pact.class);
    }

    /** The record as the applier reads it. */
    static RowRecord read(AsynchronousMessage message) {
        return RowRecordJson.read(message.contentsAsBytes());
    }

    /** The applier writes this to the other side. */
    static void applies(AsynchronousMessage message, int nth, RowChange.Op op, Map<String, Object> columns) {
        RowRecord record = read(message);
        RowChange change =
                VehiclesMapping.mapping().mapped(record.side(), record.changes().get(nth));
        assertThat(change.op()).isEqualTo(op);
        assertThat(change.row()).containsAllEntriesOf(columns);
    }

    static void passesABarrier(AsynchronousMessage message) {
        assertThat(read(message).barrier()).isEqualTo("b1");
    }

    static void touchesNoRows(AsynchronousMessage message) {
        assertThat(read(message).touchesRows()).isFalse();
    }
}
