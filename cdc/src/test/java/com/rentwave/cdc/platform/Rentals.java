package com.rentwave.cdc.platform;

/** SQL of rentals. */
public final class Rentals {

    private Rentals() {}

    /** A rental of a thing of its own, so that no two exclude each other. */
    public static String insertLegacy(long id) {
        return "INSERT INTO t_rnt (rnt_id, itm_cd, itm_id, ttl_tx, rntr_usr_id, own_usr_id, frm_dt, to_dt, occ_to_dt, prc_am,"
                + " late_fee_am, ccy_cd, sts_cd, late_dd, late_am, crt_ts, upd_ts) VALUES (" + id + ", 'B', " + id
                + ", 'Brú', 7, 7, '2026-11-20', '2026-11-23', '2026-11-23', 300, 50, 'EUR', 'A', 0, 0,"
                + " timestamp '2026-11-20 09:00:00.123456', timestamp '2026-11-20 09:00:00.5')";
    }

    /** A day late of it, with all that changes with it. */
    public static String[] addDayLegacy(long id) {
        return new String[] {
            "UPDATE t_rnt SET late_dd = 1, late_am = 50, upd_ts = timestamp '2026-11-24 00:00:01' WHERE rnt_id = " + id,
            "INSERT INTO t_rnt_late VALUES (" + id + ", '2026-11-24', 50, timestamp '2026-11-24 00:00:01.000001')"
        };
    }

    public static String insertService(long id) {
        return "INSERT INTO rental VALUES (" + id + ", 'ROOM', " + id
                + ", 'Room', 7, 7, '2026-11-20', '2026-11-23', '2026-11-21', 300, 50, 'EUR', 'RETURNED', 0, 0,"
                + " '2026-11-20 09:00:00.123456Z', '2026-11-20 10:00:00Z', NULL, '2026-11-20 10:00:00.000001Z')";
    }
}
