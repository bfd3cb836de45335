package com.rentwave.legacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Vehicles for tests that are not about vehicles: rows of the table, written as the applier writes them. So such a test
 * says nothing about who owns vehicles, and needs no vehicles API.
 */
final class Copies {

    private static final String ORIGIN = "copies";

    private Copies() {}

    /** The id of a new Golf, at 4500 a day and 9000 for each day late. */
    static long vehicle(Person owner) {
        return vehicle(owner, Map.of());
    }

    /** @param different columns that are not a Golf's */
    static long vehicle(Person owner, Map<String, Object> different) {
        Map<String, Object> row = row(owner);
        row.putAll(different);
        String columns = String.join(", ", row.keySet());
        String places = "?" + ", ?".repeat(row.size() - 1);
        return applied(
                "INSERT INTO t_veh (veh_id, crt_ts, upd_ts, " + columns + ") SELECT nextval('s_veh'), t, t, " + places
                        + " FROM (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS t) now RETURNING veh_id",
                row.values().toArray());
    }

    static void change(long vehicle, String column, Object value) {
        applied("UPDATE t_veh SET " + column + " = ? WHERE veh_id = ? RETURNING veh_id", value, vehicle);
    }

    static void remove(long vehicle) {
        applied("DELETE FROM t_veh WHERE veh_id = ? RETURNING veh_id", vehicle);
    }

    private static Map<String, Object> row(Person owner) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("own_usr_id", owner.id());
        row.put("mk_nm", "Volkswagen");
        row.put("mdl_nm", "Golf");
        row.put("yr_no", 2019);
        row.put("sz_cd", "CO");
        row.put("seat_ct", 5);
        row.put("boot_lt", 380);
        row.put("trn_cd", "M");
        row.put("fuel_cd", "PE");
        row.put("drv_cd", "F");
        row.put("day_prc_am", 4500L);
        row.put("late_fee_am", 9000L);
        row.put("ccy_cd", "EUR");
        row.put("min_dd", 1);
        row.put("max_dd", 30);
        row.put("avl_fl", "Y");
        row.put("ver_no", 0L);
        return row;
    }

    private static synchronized long applied(String sql, Object... values) {
        TestDatabase database = RunningMonolith.get().database();
        database.column(
                "SELECT pg_replication_origin_create(?) WHERE pg_replication_origin_oid(?) IS NULL", ORIGIN, ORIGIN);
        try (Connection applier = database.as("postgres")) {
            TestDatabase.execute(applier, "SELECT pg_replication_origin_session_setup(?)", ORIGIN);
            try (PreparedStatement statement = applier.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            } finally {
                TestDatabase.execute(applier, "SELECT pg_replication_origin_session_reset()");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
