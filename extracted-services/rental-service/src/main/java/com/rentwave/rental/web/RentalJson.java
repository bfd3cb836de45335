package com.rentwave.rental.web;

import com.rentwave.rental.Rental;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.Times;
import java.time.Instant;

/** A rental as the API shows it. The order of the members is part of the contract. */
final class RentalJson {

    private RentalJson() {}

    static String text(Rental rental) {
        return write(new JsonWriter(), rental).toString();
    }

    static JsonWriter write(JsonWriter json, Rental rental) {
        return json.beginObject()
                .field("id", rental.id())
                .name("item")
                .beginObject()
                .field("type", rental.item().type().word())
                .field("id", rental.item().id())
                .field("title", rental.title())
                .endObject()
                .field("renterId", rental.renterId())
                .field("ownerId", rental.ownerId())
                .field("from", rental.period().from().toString())
                .field("to", rental.period().to().toString())
                .field("days", rental.period().days())
                .field("price", rental.price())
                .field("lateFeePerDay", rental.lateFeePerDay())
                .field("currency", rental.currency())
                .field("status", rental.status().name())
                .field("lateDays", rental.lateDays())
                .field("lateFees", rental.lateFees())
                .field("createdAt", time(rental.createdAt()))
                .field("returnedAt", time(rental.returnedAt()))
                .field("cancelledAt", time(rental.cancelledAt()))
                .endObject();
    }

    private static String time(Instant time) {
        return time == null ? null : Times.text(time);
    }
}
