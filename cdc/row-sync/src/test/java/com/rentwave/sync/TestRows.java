package com.rentwave.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Rows of the vehicles API, plain ones and random ones. */
final class TestRows {

    private static final String[] SIZES = {"TS", "MI", "SC", "CO", "MS", "LG", "WG", "SU", "MV", "VN", "PU", "SP"};
    private static final String[] FUELS = {"PE", "DI", "HY", "EL", "LP", "CN", "ET"};
    private static final String[] DRIVES = {"F", "R", "A", "P"};
    private static final int[] CHARACTERS = {
        'a', 'Z', '0', ' ', '=', '\\', '\n', 'n', '"', '\'', '\t', '\r', 'ä', 'ß', '漢', 0x1F697, 0x1, 0x7F, '{', ','
    };

    private TestRows() {}

    static Map<String, Object> legacyVehicle(long id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("veh_id", id);
        row.put("own_usr_id", 7L);
        row.put("mk_nm", "Skoda");
        row.put("mdl_nm", "Octavia");
        row.put("yr_no", 2021L);
        row.put("sz_cd", "WG");
        row.put("seat_ct", 5L);
        row.put("boot_lt", 640L);
        row.put("trn_cd", "M");
        row.put("fuel_cd", "DI");
        row.put("drv_cd", "F");
        row.put("attr_tx", "colour=red\ntow bar=yes");
        row.put("day_prc_am", 4500L);
        row.put("late_fee_am", 2000L);
        row.put("ccy_cd", "EUR");
        row.put("min_dd", 1L);
        row.put("max_dd", 30L);
        row.put("avl_fl", "Y");
        row.put("ver_no", 0L);
        row.put("crt_ts", "2026-11-20T09:00:00.123456");
        row.put("upd_ts", "2026-11-20T09:00:00.123456");
        return row;
    }

    static Map<String, Object> legacyVehicle(long id, String column, Object value) {
        Map<String, Object> row = legacyVehicle(id);
        row.put(column, value);
        return row;
    }

    static Map<String, Object> legacyKey(long user, String key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("usr_id", user);
        row.put("idem_key", key);
        row.put("req_hash", "ab".repeat(32));
        row.put("sts_cd", 201L);
        row.put("resp_tx", "{\"id\":1}");
        row.put("etag_tx", "\"0-abc\"");
        row.put("loc_tx", null);
        row.put("crt_ts", "2026-11-20T09:00:00.000001");
        return row;
    }

    /** Any row the legacy table may hold. */
    static Map<String, Object> anyLegacyVehicle(Random random) {
        Map<String, Object> row = legacyVehicle(random.nextLong());
        row.put("own_usr_id", random.nextLong());
        row.put("mk_nm", text(random, 60));
        row.put("mdl_nm", text(random, 80));
        row.put("yr_no", (long) random.nextInt());
        row.put("sz_cd", SIZES[random.nextInt(SIZES.length)]);
        row.put("seat_ct", (long) random.nextInt());
        row.put("boot_lt", (long) random.nextInt());
        row.put("trn_cd", random.nextBoolean() ? "M" : "A");
        row.put("fuel_cd", FUELS[random.nextInt(FUELS.length)]);
        row.put("drv_cd", DRIVES[random.nextInt(DRIVES.length)]);
        row.put("attr_tx", lines(random));
        row.put("day_prc_am", random.nextLong());
        row.put("late_fee_am", random.nextLong());
        row.put("ccy_cd", text(random, 3));
        row.put("min_dd", (long) random.nextInt());
        row.put("max_dd", (long) random.nextInt());
        row.put("avl_fl", random.nextBoolean() ? "Y" : "N");
        row.put("ver_no", random.nextLong());
        row.put("crt_ts", time(random));
        row.put("upd_ts", time(random));
        return row;
    }

    /** Any row of the idempotency keys. */
    static Map<String, Object> anyLegacyKey(Random random) {
        Map<String, Object> row = legacyKey(random.nextLong(), text(random, 200));
        row.put("req_hash", text(random, 64));
        row.put("sts_cd", (long) random.nextInt());
        row.put("resp_tx", random.nextBoolean() ? null : text(random, 500));
        row.put("etag_tx", random.nextBoolean() ? null : text(random, 80));
        row.put("loc_tx", random.nextBoolean() ? null : text(random, 200));
        row.put("crt_ts", time(random));
        return row;
    }

    static String text(Random random, int longest) {
        int length = random.nextInt(longest + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    static String time(Random random) {
        return String.format(
                "%04d-%02d-%02dT%02d:%02d:%02d.%06d",
                1 + random.nextInt(9999),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1_000_000));
    }

    private static String lines(Random random) {
        Map<String, String> map = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(text(random, 6), text(random, 12));
        }
        StringBuilder lines = new StringBuilder();
        map.forEach((key, value) -> lines.append(lines.isEmpty() ? "" : "\n")
                .append(escaped(key))
                .append('=')
                .append(escaped(value)));
        return lines.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replace("\n", "\\n");
    }
}
