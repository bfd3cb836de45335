package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Parameters;
import java.util.List;
import java.util.Map;

/** Reads which vehicles to list from the parameters, in the order in which faults are reported. */
final class VehicleQuery {

    private VehicleQuery() {}

    static OfferQuery read(Parameters given) {
        OfferQuery query = new OfferQuery("t_veh", "veh_id", given);
        filters(query, given);
        query.offered(given);
        attributes(query, given);
        return query.sorted(given);
    }

    private static void filters(OfferQuery query, Parameters given) {
        Filters filters = query.filters();
        filters.words(given, "q", "(mk_nm || ' ' || mdl_nm) ILIKE ?");
        given.word("sizeClass", SizeClass.class).ifPresent(v -> filters.where("sz_cd = ?", v.code()));
        given.word("transmission", Transmission.class).ifPresent(v -> filters.where("trn_cd = ?", v.code()));
        given.word("fuel", Fuel.class).ifPresent(v -> filters.where("fuel_cd = ?", v.code()));
        given.word("drive", Drive.class).ifPresent(v -> filters.where("drv_cd = ?", v.code()));
        given.wholeNumber("minSeats", 1, 60).ifPresent(v -> filters.where("seat_ct >= ?", v));
        given.wholeNumber("minBootLitres", 0, 20_000).ifPresent(v -> filters.where("boot_lt >= ?", v));
    }

    private static void attributes(OfferQuery query, Parameters given) {
        List<String> wanted = given.all("attribute");
        if (wanted.stream().anyMatch(pair -> pair.indexOf(':') < 1)) {
            given.wrong("attribute", "must be key:value");
            return;
        }
        for (String pair : wanted) {
            int colon = pair.indexOf(':');
            String line = Attributes.line(Map.entry(pair.substring(0, colon), pair.substring(colon + 1)));
            query.filters().where("string_to_array(attr_tx, chr(10)) @> ARRAY[CAST(? AS text)]", line);
        }
    }
}
