package com.rentwave.legacy.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.FilledDatabase;
import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehiclePlansIT {

    @ParameterizedTest
    @CsvSource({
        "'', t_veh_new_ix",
        "cursor=bmV3ZXN0OjE3NjgwMDAwMDAwMDAwMDA6NQ, t_veh_new_ix",
        "sort=price, t_veh_prc_ix",
        "sort=-price, t_veh_prc_ix",
        "sort=price&cursor=cHJpY2U6NTAwMDo1, t_veh_prc_ix",
        "ownerId=7, t_veh_own_ix",
        "q=1f0e3dad, t_veh_nm_ix",
        "q=ford, t_veh_",
        "sizeClass=SPECIAL, t_veh_sz_ix",
        "fuel=CNG, t_veh_fuel_ix",
        "transmission=AUTOMATIC, t_veh_new_ix",
        "drive=FRONT, t_veh_new_ix",
        "minSeats=20, t_veh_seat_ix",
        "minBootLitres=9000, t_veh_boot_ix",
        "attribute=winch:yes, t_veh_attr_ix",
        "maxPrice=20, t_veh_prc_ix",
        "minPrice=19980, t_veh_prc_ix",
        "minPrice=100&maxPrice=120&available=true, t_veh_prc_ix",
        "available=false, t_veh_new_ix"
    })
    void usesAnIndexForEveryFilterAndOrder(String query, String index) {
        OfferQuery wanted = VehicleQuery.read(new Parameters(query));

        String plan = FilledDatabase.get().plan(wanted.sql(), wanted.values());

        assertThat(plan).as(plan).contains(index).doesNotContain("Seq Scan");
    }
}
