package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RentalsMappingTest extends MappingRules {

    RentalsMappingTest() {
        super(RentalsMapping.mapping());
    }

    @Override
    List<LegacyRow> anyRows(Random random) {
        return List.of(
                new LegacyRow("t_rnt", TestRentals.anyLegacyRental(random)),
                new LegacyRow("t_rnt_late", TestRentals.anyLegacyDay(random)),
                new LegacyRow("t_rnt_idem", TestRows.anyLegacyKey(random)));
    }

    @Test
    void mapsEveryColumnOfARental() {
        Map<String, Object> service = mapping.toService("t_rnt", TestRentals.legacyRental(17));

        assertThat(service)
                .containsEntry("id", 17L)
                .containsEntry("item_type", "VEHICLE")
                .containsEntry("item_id", 5L)
                .containsEntry("title", "Skoda Octavia")
                .containsEntry("renter_id", 7L)
                .containsEntry("owner_id", 8L)
                .containsEntry("from_date", "2026-11-20")
                .containsEntry("to_date", "2026-11-23")
                .containsEntry("occupied_to", "2026-11-23")
                .containsEntry("price", 13_500L)
                .containsEntry("late_fee_per_day", 2_000L)
                .containsEntry("currency", "EUR")
                .containsEntry("status", "ACTIVE")
                .containsEntry("late_days", 1L)
                .containsEntry("late_fees", 2_000L)
                .containsEntry("created_at", "2026-11-19T09:00:00.123456Z")
                .containsEntry("returned_at", null)
                .containsEntry("cancelled_at", null)
                .containsEntry("updated_at", "2026-11-24T00:00:01.000002Z")
                .hasSize(19);
    }

    @Test
    void mapsEveryColumnOfADayLate() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rnt_id", 17L);
        row.put("day_dt", "2026-11-23");
        row.put("fee_am", 2_000L);
        row.put("crt_ts", "2026-11-24T00:00:01.000002");

        assertThat(mapping.toService("t_rnt_late", row))
                .containsEntry("rental_id", 17L)
                .containsEntry("day", "2026-11-23")
                .containsEntry("fee", 2_000L)
                .containsEntry("created_at", "2026-11-24T00:00:01.000002Z")
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"V, VEHICLE, A, ACTIVE", "B, BOOK, R, RETURNED", "R, ROOM, C, CANCELLED"})
    void hasAWordForEveryCode(String itemCode, String item, String statusCode, String status) {
        Map<String, Object> row = TestRentals.legacyRental(17, "itm_cd", itemCode);
        row.put("sts_cd", statusCode);

        assertThat(mapping.toService("t_rnt", row))
                .containsEntry("item_type", item)
                .containsEntry("status", status);
    }

    /** Rows are put in by this order and taken out by the other: a day late needs its rental. */
    @Test
    void putsRentalsBeforeTheirDaysLate() {
        assertThat(mapping.tables())
                .extracting(table -> table.shape(Side.LEGACY).name())
                .containsExactly("t_rnt", "t_rnt_late", "t_rnt_idem");
    }

    @ParameterizedTest
    @CsvSource({
        "itm_cd, v",
        "itm_cd, ''",
        "sts_cd, X",
        "sts_cd, 'A '",
        "frm_dt, infinity",
        "frm_dt, 12026-11-20",
        "frm_dt, 2026-11-20T00:00:00",
        "to_dt, ''",
        "ret_ts, 2026-11-20T09:00:00",
        "can_ts, infinity"
    })
    void refusesAValueThatHasNoCounterpart(String column, String value) {
        refuses(new LegacyRow("t_rnt", TestRentals.legacyRental(17, column, value)), "rnt_id=17", column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t_veh", "t_idem", "t_usr"})
    void refusesATableOfAnotherApi(String table) {
        refusesTheTable(table);
    }
}
