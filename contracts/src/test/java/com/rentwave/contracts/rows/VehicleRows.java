package com.rentwave.contracts.rows;

import static com.rentwave.contracts.rows.RowForms.form;
import static com.rentwave.contracts.rows.RowForms.instant;
import static com.rentwave.contracts.rows.RowForms.localTime;
import static com.rentwave.contracts.rows.RowTopic.change;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.function.Consumer;

/** Rows of vehicles: both sides' records are alike, and of other tables. */
enum VehicleRows {
    LEGACY(
            RowTopic.VEHICLES_LEGACY,
            "t_veh",
            "t_veh_idem",
            VehicleRows::legacyVehicle,
            VehicleRows::legacyVehicleAfterPause,
            row -> row.integerType("veh_id", 17),
            VehicleRows::legacyIdempotencyKey),
    SERVICE(
            RowTopic.VEHICLES_SERVICE,
            "vehicle",
            "vehicle_idempotency",
            VehicleRows::serviceVehicle,
            VehicleRows::serviceVehicleAfterPause,
            row -> row.integerType("id", 18),
            VehicleRows::serviceIdempotencyKey);

    static final String LEGACY_TOPIC = "rentwave.rows.vehicles.legacy";
    static final String SERVICE_TOPIC = "rentwave.rows.vehicles.service";

    private final RowTopic topic;
    private final String vehicles;
    private final String keys;
    private final Consumer<LambdaDslObject> vehicle;
    private final Consumer<LambdaDslObject> paused;
    private final Consumer<LambdaDslObject> identity;
    private final Consumer<LambdaDslObject> key;

    VehicleRows(
            RowTopic topic,
            String vehicles,
            String keys,
            Consumer<LambdaDslObject> vehicle,
            Consumer<LambdaDslObject> paused,
            Consumer<LambdaDslObject> identity,
            Consumer<LambdaDslObject> key) {
        this.topic = topic;
        this.vehicles = vehicles;
        this.keys = keys;
        this.vehicle = vehicle;
        this.paused = paused;
        this.identity = identity;
        this.key = key;
    }

    RowTopic topic() {
        return topic;
    }

    V4Pact added(MessagePactBuilder pact) {
        return topic.changes(pact, "a user adds a vehicle", "the rows of a new vehicle", this::added);
    }

    V4Pact copied(MessagePactBuilder pact) {
        return topic.copied(pact, this::added);
    }

    private void added(LambdaDslJsonArray changes) {
        change(change(changes, vehicles, "INSERT", vehicle), keys, "INSERT", key);
    }

    V4Pact paused(MessagePactBuilder pact) {
        return topic.changes(
                pact,
                "a user pauses a vehicle",
                "the rows of a paused vehicle",
                changes -> change(changes, vehicles, "UPDATE", paused));
    }

    V4Pact removed(MessagePactBuilder pact) {
        return topic.changes(
                pact,
                "a user removes a vehicle",
                "the rows of a removed vehicle",
                changes -> change(changes, vehicles, "DELETE", identity));
    }

    /** A row of the monolith's vehicles, as it is after the sample was added. */
    private static void legacyVehicle(LambdaDslObject row) {
        legacyVehicle(row, "Y", 0);
    }

    private static void legacyVehicleAfterPause(LambdaDslObject row) {
        legacyVehicle(row, "N", 1);
    }

    private static void legacyVehicle(LambdaDslObject row, String available, int version) {
        row.integerType("veh_id", 17)
                .integerType("own_usr_id", 7)
                .stringValue("mk_nm", "Skoda")
                .stringValue("mdl_nm", "Octavia Combi")
                .numberValue("yr_no", 2021)
                .stringValue("sz_cd", "WG")
                .numberValue("seat_ct", 5)
                .numberValue("boot_lt", 640)
                .stringValue("trn_cd", "M")
                .stringValue("fuel_cd", "DI")
                .stringValue("drv_cd", "F")
                .stringValue("attr_tx", "colour=red\ntow bar=yes")
                .numberValue("day_prc_am", 4500)
                .numberValue("late_fee_am", 2000)
                .stringValue("ccy_cd", "EUR")
                .numberValue("min_dd", 1)
                .numberValue("max_dd", 14)
                .stringValue("avl_fl", available)
                .numberValue("ver_no", version);
        localTime(localTime(row, "crt_ts"), "upd_ts");
    }

    private static void legacyIdempotencyKey(LambdaDslObject row) {
        row.integerType("usr_id", 7)
                .stringType("idem_key", "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11")
                .and("req_hash", "ab".repeat(32), form("[0-9a-f]{64}"), TypeMatcher.INSTANCE)
                .numberValue("sts_cd", 201)
                .and("resp_tx", "{\"id\":17}", form("\\{\"id\":.*"), TypeMatcher.INSTANCE)
                .and("etag_tx", "\"0-2y8bn3x2mo\"", form("\"\\d+-[0-9a-z]+\""), TypeMatcher.INSTANCE)
                .and("loc_tx", "/api/vehicles/17", form("/api/vehicles/\\d+"), TypeMatcher.INSTANCE);
        localTime(row, "crt_ts");
    }

    /** A row of the service's vehicles, as it is after the sample was added. */
    private static void serviceVehicle(LambdaDslObject row) {
        serviceVehicle(row, true, 0);
    }

    private static void serviceVehicleAfterPause(LambdaDslObject row) {
        serviceVehicle(row, false, 1);
    }

    private static void serviceVehicle(LambdaDslObject row, boolean available, int version) {
        row.integerType("id", 18)
                .integerType("owner_id", 7)
                .stringValue("make", "Skoda")
                .stringValue("model", "Octavia Combi")
                .numberValue("model_year", 2021)
                .stringValue("size_class", "WAGON")
                .numberValue("seats", 5)
                .numberValue("boot_litres", 640)
                .stringValue("transmission", "MANUAL")
                .stringValue("fuel", "DIESEL")
                .stringValue("drive", "FRONT")
                .and(
                        "attributes",
                        "{\"colour\": \"red\", \"tow bar\": \"yes\"}",
                        form("\\{\\s*\"colour\"\\s*:\\s*\"red\"\\s*,\\s*\"tow bar\"\\s*:\\s*\"yes\"\\s*\\}"),
                        TypeMatcher.INSTANCE)
                .numberValue("price_per_day", 4500)
                .numberValue("late_fee_per_day", 2000)
                .stringValue("currency", "EUR")
                .numberValue("min_days", 1)
                .numberValue("max_days", 14)
                .booleanValue("available", available)
                .numberValue("version", version);
        instant(instant(row, "created_at"), "updated_at");
    }

    private static void serviceIdempotencyKey(LambdaDslObject row) {
        row.integerType("user_id", 7)
                .stringType("key", "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11")
                .and("request_hash", "ab".repeat(32), form("[0-9a-f]{64}"), TypeMatcher.INSTANCE)
                .numberValue("status", 201)
                .and("body", "{\"id\":18}", form("\\{\"id\":.*"), TypeMatcher.INSTANCE)
                .and("etag", "\"0-2y8bn3x2mo\"", form("\"\\d+-[0-9a-z]+\""), TypeMatcher.INSTANCE)
                .and("location", "/api/vehicles/18", form("/api/vehicles/\\d+"), TypeMatcher.INSTANCE);
        instant(row, "created_at");
    }
}
