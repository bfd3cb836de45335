package com.rentwave.sync;

import static com.rentwave.sync.ColumnType.BIGINT;
import static com.rentwave.sync.ColumnType.INTEGER;
import static com.rentwave.sync.ColumnType.TEXT;

import java.util.List;

/** The vehicles API: {@code t_veh} and {@code vehicle}, {@code t_veh_idem} and {@code vehicle_idempotency}. */
public final class VehiclesMapping {

    private static final ColumnCodec SIZE_CLASS = ColumnCodec.codes(
            "TS",
            "TWO_SEATER",
            "MI",
            "MINI",
            "SC",
            "SUBCOMPACT",
            "CO",
            "COMPACT",
            "MS",
            "MIDSIZE",
            "LG",
            "LARGE",
            "WG",
            "WAGON",
            "SU",
            "SUV",
            "MV",
            "MINIVAN",
            "VN",
            "VAN",
            "PU",
            "PICKUP",
            "SP",
            "SPECIAL");
    private static final ColumnCodec TRANSMISSION = ColumnCodec.codes("M", "MANUAL", "A", "AUTOMATIC");
    private static final ColumnCodec FUEL = ColumnCodec.codes(
            "PE",
            "PETROL",
            "DI",
            "DIESEL",
            "HY",
            "HYBRID",
            "EL",
            "ELECTRIC",
            "LP",
            "LPG",
            "CN",
            "CNG",
            "ET",
            "ETHANOL");
    private static final ColumnCodec DRIVE = ColumnCodec.codes("F", "FRONT", "R", "REAR", "A", "ALL", "P", "PART_TIME");

    private static final ApiMapping MAPPING = new ApiMapping("vehicles", List.of(vehicles(), idempotencyKeys()));

    private VehiclesMapping() {}

    public static ApiMapping mapping() {
        return MAPPING;
    }

    private static TableMapping vehicles() {
        return TableMapping.of("t_veh", "vehicle")
                .key("veh_id", "id", BIGINT)
                .same("own_usr_id", "owner_id", BIGINT)
                .same("mk_nm", "make", TEXT)
                .same("mdl_nm", "model", TEXT)
                .same("yr_no", "model_year", INTEGER)
                .coded("sz_cd", "size_class", SIZE_CLASS)
                .same("seat_ct", "seats", INTEGER)
                .same("boot_lt", "boot_litres", INTEGER)
                .coded("trn_cd", "transmission", TRANSMISSION)
                .coded("fuel_cd", "fuel", FUEL)
                .coded("drv_cd", "drive", DRIVE)
                .attributes("attr_tx", "attributes")
                .same("day_prc_am", "price_per_day", BIGINT)
                .same("late_fee_am", "late_fee_per_day", BIGINT)
                .same("ccy_cd", "currency", TEXT)
                .same("min_dd", "min_days", INTEGER)
                .same("max_dd", "max_days", INTEGER)
                .flag("avl_fl", "available")
                .same("ver_no", "version", BIGINT)
                .time("crt_ts", "created_at")
                .changedAt("upd_ts", "updated_at");
    }

    private static TableMapping idempotencyKeys() {
        return TableMapping.ofKeys("t_veh_idem", "vehicle_idempotency");
    }
}
