package com.rentwave.legacy.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.FilledDatabase;
import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomPlansIT {

    @ParameterizedTest
    @CsvSource({
        "'', t_room_new_ix",
        "cursor=bmV3ZXN0OjE3NjgwMDAwMDAwMDAwMDA6NQ, t_room_new_ix",
        "sort=price, t_room_prc_ix",
        "sort=-price, t_room_prc_ix",
        "sort=price&cursor=cHJpY2U6NTAwMDo1, t_room_prc_ix",
        "ownerId=7, t_room_own_ix",
        "q=1f0e3dad, t_room_full_ix",
        "q=room, t_room_",
        "place=place 123, t_room_plc_ix",
        "country=IS, t_room_ctry_ix",
        "minBeds=20, t_room_bed_ix",
        "minGuests=40, t_room_gst_ix",
        "amenity=STEP_FREE, t_room_amn_ix",
        "amenity=WIFI, t_room_new_ix",
        "maxPrice=20, t_room_prc_ix",
        "available=true, t_room_new_ix"
    })
    void usesAnIndexForEveryFilterAndOrder(String query, String index) {
        OfferQuery wanted = RoomQuery.read(new Parameters(query));

        String plan = FilledDatabase.get().plan(wanted.sql(), wanted.values());

        assertThat(plan).as(plan).contains(index).doesNotContain("Seq Scan");
    }
}
