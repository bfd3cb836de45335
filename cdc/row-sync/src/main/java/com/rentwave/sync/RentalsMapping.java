package com.rentwave.sync;

import static com.rentwave.sync.ColumnType.BIGINT;
import static com.rentwave.sync.ColumnType.DATE;
import static com.rentwave.sync.ColumnType.INTEGER;
import static com.rentwave.sync.ColumnType.TEXT;

import java.util.List;

/**
 * The rentals API: {@code t_rnt} and {@code rental}, {@code t_rnt_late} and {@code rental_late}, {@code t_rnt_idem} and
 * {@code rental_idempotency}.
 */
public final class RentalsMapping {

    private static final ColumnCodec ITEM_TYPE = ColumnCodec.codes("V", "VEHICLE", "B", "BOOK", "R", "ROOM");
    private static final ColumnCodec STATUS = ColumnCodec.codes("A", "ACTIVE", "R", "RETURNED", "C", "CANCELLED");

    private static final ApiMapping MAPPING =
            new ApiMapping("rentals", List.of(rentals(), daysLate(), idempotencyKeys()));

    private RentalsMapping() {}

    public static ApiMapping mapping() {
        return MAPPING;
    }

    private static TableMapping rentals() {
        return TableMapping.of("t_rnt", "rental")
                .key("rnt_id", "id", BIGINT)
                .coded("itm_cd", "item_type", ITEM_TYPE)
                .same("itm_id", "item_id", BIGINT)
                .same("ttl_tx", "title", TEXT)
                .same("rntr_usr_id", "renter_id", BIGINT)
                .same("own_usr_id", "owner_id", BIGINT)
                .same("frm_dt", "from_date", DATE)
                .same("to_dt", "to_date", DATE)
                .same("occ_to_dt", "occupied_to", DATE)
                .same("prc_am", "price", BIGINT)
                .same("late_fee_am", "late_fee_per_day", BIGINT)
                .same("ccy_cd", "currency", TEXT)
                .coded("sts_cd", "status", STATUS)
                .same("late_dd", "late_days", INTEGER)
                .same("late_am", "late_fees", BIGINT)
                .time("crt_ts", "created_at")
                .time("ret_ts", "returned_at")
                .time("can_ts", "cancelled_at")
                .changedAt("upd_ts", "updated_at");
    }

    private static TableMapping daysLate() {
        return TableMapping.of("t_rnt_late", "rental_late")
                .key("rnt_id", "rental_id", BIGINT)
                .key("day_dt", "day", DATE)
                .same("fee_am", "fee", BIGINT)
                .changedAt("crt_ts", "created_at");
    }

    private static TableMapping idempotencyKeys() {
        return TableMapping.ofKeys("t_rnt_idem", "rental_idempotency");
    }
}
