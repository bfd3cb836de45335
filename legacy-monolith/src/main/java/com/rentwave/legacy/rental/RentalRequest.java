package com.rentwave.legacy.rental;

import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.Ids;
import java.time.LocalDate;

/** What somebody wants to rent, and when. */
record RentalRequest(long vehicleId, Period period) {

    /** The kinds of thing that can be rented, named as the API names them. */
    private static final String VEHICLE = "vehicle";

    static RentalRequest read(byte[] body, LocalDate today) {
        Fields fields = Fields.of(body);
        Fields item = fields.object("item");
        Long id = null;
        if (item != null) {
            String type = item.text("type", 1, 20);
            if (type != null && !type.equals(VEHICLE)) {
                item.refuse("type", "must be one of vehicle");
            }
            id = item.wholeNumber("id", 1, Ids.LARGEST);
            fields.check("item", item);
        }
        LocalDate from = fields.date("from");
        if (from != null && from.isBefore(today)) {
            fields.refuse("from", "must not be in the past");
        }
        LocalDate to = fields.date("to");
        if (from != null && to != null && !from.isBefore(to)) {
            fields.refuse("to", "must be after from");
        }
        fields.check();
        return new RentalRequest(id, new Period(from, to));
    }
}
