package com.rentwave.contracts.rows;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.function.Consumer;

/** Row records as the appliers expect them. */
final class RowBodies {

    static final String LEGACY = "rentwave.rows.vehicles.legacy";
    static final String SERVICE = "rentwave.rows.vehicles.service";

    /** Positions and times of PostgreSQL and of the two sides. */
    private static final String LSN_FORM = "[0-9A-F]{1,8}/[0-9A-F]{1,8}";

    private static final String TIMESTAMP_FORM = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}";

    private RowBodies() {}

    /** A form alone would let a number or an object through whose text has it. */
    private static RegexMatcher form(String regex) {
        return new RegexMatcher(regex);
    }

    /** A record without rows. */
    static DslPart mark(String kind, String side) {
        return newJsonBody(o -> {
                    head(o, kind, side);
                    o.array("changes", none -> {});
                })
                .build();
    }

    /** A mark that somebody waits for. */
    static DslPart barrier(String side) {
        return newJsonBody(o -> {
                    head(o, "BARRIER", side);
                    o.and("barrier", "b1", form(".+"), TypeMatcher.INSTANCE);
                    o.array("changes", none -> {});
                })
                .build();
    }

    static DslPart rows(String kind, String side, Consumer<LambdaDslJsonArray> changes) {
        return newJsonBody(o -> {
                    head(o, kind, side);
                    o.array("changes", changes);
                })
                .build();
    }

    private static void head(LambdaDslObject o, String kind, String side) {
        o.stringValue("kind", kind)
                .stringValue("api", "vehicles")
                .stringValue("side", side)
                .integerType("epoch", 0)
                .and("systemId", "7564209138461", form("\\d+"), TypeMatcher.INSTANCE)
                .integerType("timeline", 1)
                .and("lsn", "0/1A2B3C8", form(LSN_FORM), TypeMatcher.INSTANCE)
                .integerType("part", 0)
                .booleanType("last", true);
        if (kind.equals("CHANGES")) {
            o.and("tx", "749", form("\\d+"), TypeMatcher.INSTANCE);
        }
    }

    /** A row of the monolith's vehicles, as it is after the sample was added. */
    static void legacyVehicle(LambdaDslObject row) {
        legacyVehicle(row, "Y", 0);
    }

    static void legacyVehicleAfterPause(LambdaDslObject row) {
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
                .numberValue("ver_no", version)
                .and("crt_ts", "2026-11-20T09:00:00.123456", form(TIMESTAMP_FORM), TypeMatcher.INSTANCE)
                .and("upd_ts", "2026-11-20T09:00:00.123456", form(TIMESTAMP_FORM), TypeMatcher.INSTANCE);
    }

    static void legacyIdempotencyKey(LambdaDslObject row) {
        row.integerType("usr_id", 7)
                .stringType("idem_key", "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11")
                .and("req_hash", "ab".repeat(32), form("[0-9a-f]{64}"), TypeMatcher.INSTANCE)
                .numberValue("sts_cd", 201)
                .and("resp_tx", "{\"id\":17}", form("\\{\"id\":.*"), TypeMatcher.INSTANCE)
                .and("etag_tx", "\"0-2y8bn3x2mo\"", form("\"\\d+-[0-9a-z]+\""), TypeMatcher.INSTANCE)
                .and("loc_tx", "/api/vehicles/17", form("/api/vehicles/\\d+"), TypeMatcher.INSTANCE)
                .and("crt_ts", "2026-11-20T09:00:00.123456", form(TIMESTAMP_FORM), TypeMatcher.INSTANCE);
    }

    /** A row of the service's vehicles, as it is after the sample was added. */
    static void serviceVehicle(LambdaDslObject row) {
        serviceVehicle(row, true, 0);
    }

    static void serviceVehicleAfterPause(LambdaDslObject row) {
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
                .numberValue("version", version)
                .and("created_at", "2026-11-20T09:00:00.123456Z", form(TIMESTAMP_FORM + "Z"), TypeMatcher.INSTANCE)
                .and("updated_at", "2026-11-20T09:00:00.123456Z", form(TIMESTAMP_FORM + "Z"), TypeMatcher.INSTANCE);
    }

    static void serviceIdempotencyKey(LambdaDslObject row) {
        row.integerType("user_id", 7)
                .stringType("key", "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11")
                .and("request_hash", "ab".repeat(32), form("[0-9a-f]{64}"), TypeMatcher.INSTANCE)
                .numberValue("status", 201)
                .and("body", "{\"id\":18}", form("\\{\"id\":.*"), TypeMatcher.INSTANCE)
                .and("etag", "\"0-2y8bn3x2mo\"", form("\"\\d+-[0-9a-z]+\""), TypeMatcher.INSTANCE)
                .and("location", "/api/vehicles/18", form("/api/vehicles/\\d+"), TypeMatcher.INSTANCE)
                .and("created_at", "2026-11-20T09:00:00.123456Z", form(TIMESTAMP_FORM + "Z"), TypeMatcher.INSTANCE);
    }
}
