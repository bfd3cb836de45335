package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Parameters;

/** Reads which rooms to list from the parameters, in the order in which faults are reported. */
final class RoomQuery {

    private RoomQuery() {}

    static OfferQuery read(Parameters given) {
        OfferQuery query = new OfferQuery("t_room", "room_id", given);
        Filters filters = query.filters();
        filters.foldedWords(given, "q", "full_tx LIKE ?");
        filters.folded(given, "place", "plc_srch_tx LIKE ?");
        given.country("country").ifPresent(v -> filters.where("ctry_cd = ?", v));
        given.wholeNumber("minBeds", 0, RoomFields.MOST_BEDS).ifPresent(v -> filters.where("bed_ct >= ?", v));
        given.wholeNumber("minGuests", 0, RoomFields.MOST_GUESTS).ifPresent(v -> filters.where("gst_ct >= ?", v));
        given.words("amenity", Amenity.class)
                .forEach(v -> filters.where("string_to_array(amn_tx, ' ') @> ARRAY[CAST(? AS text)]", v.code()));
        return query.offered(given).sorted(given);
    }
}
