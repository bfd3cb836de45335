package com.rentwave.sync;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Rows of the rentals API, plain ones and random ones. */
final class TestRentals {

    private static final String[] ITEMS = {"V", "B", "R"};
    private static final String[] STATUSES = {"A", "R", "C"};
    private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();
    private static final int FIRST_DAY = (int) LocalDate.of(1, 1, 1).toEpochDay();

    private TestRentals() {}

    static Map<String, Object> legacyRental(long id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rnt_id", id);
        row.put("itm_cd", "V");
        row.put("itm_id", 5L);
        row.put("ttl_tx", "Skoda Octavia");
        row.put("rntr_usr_id", 7L);
        row.put("own_usr_id", 8L);
        row.put("frm_dt", "2026-11-20");
        row.put("to_dt", "2026-11-23");
        row.put("occ_to_dt", "2026-11-23");
        row.put("prc_am", 13_500L);
        row.put("late_fee_am", 2_000L);
        row.put("ccy_cd", "EUR");
        row.put("sts_cd", "A");
        row.put("late_dd", 1L);
        row.put("late_am", 2_000L);
        row.put("crt_ts", "2026-11-19T09:00:00.123456");
        row.put("ret_ts", null);
        row.put("can_ts", null);
        row.put("upd_ts", "2026-11-24T00:00:01.000002");
        return row;
    }

    static Map<String, Object> legacyRental(long id, String column, Object value) {
        Map<String, Object> row = legacyRental(id);
        row.put(column, value);
        return row;
    }

    /** Any row the legacy table may hold. */
    static Map<String, Object> anyLegacyRental(Random random) {
        Map<String, Object> row = legacyRental(random.nextLong());
        row.put("itm_cd", ITEMS[random.nextInt(ITEMS.length)]);
        row.put("itm_id", random.nextLong());
        row.put("ttl_tx", TestRows.text(random, 200));
        row.put("rntr_usr_id", random.nextLong());
        row.put("own_usr_id", random.nextLong());
        row.put("frm_dt", day(random));
        row.put("to_dt", day(random));
        row.put("occ_to_dt", day(random));
        row.put("prc_am", random.nextLong());
        row.put("late_fee_am", random.nextLong());
        row.put("ccy_cd", TestRows.text(random, 3));
        row.put("sts_cd", STATUSES[random.nextInt(STATUSES.length)]);
        row.put("late_dd", (long) random.nextInt());
        row.put("late_am", random.nextLong());
        row.put("crt_ts", TestRows.time(random));
        row.put("ret_ts", random.nextBoolean() ? null : TestRows.time(random));
        row.put("can_ts", random.nextBoolean() ? null : TestRows.time(random));
        row.put("upd_ts", TestRows.time(random));
        return row;
    }

    static Map<String, Object> anyLegacyDay(Random random) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rnt_id", random.nextLong());
        row.put("day_dt", day(random));
        row.put("fee_am", random.nextLong());
        row.put("crt_ts", TestRows.time(random));
        return row;
    }

    private static String day(Random random) {
        return LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(LAST_DAY - FIRST_DAY + 1))
                .toString();
    }
}
