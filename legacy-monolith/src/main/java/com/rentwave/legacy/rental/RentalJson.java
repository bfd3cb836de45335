package com.rentwave.legacy.rental;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;

/** A rental as the API shows it. */
final class RentalJson {

    private RentalJson() {}

    static String text(Rental rental) {
        JsonText json = new JsonText();
        write(json, rental);
        return json.toString();
    }

    static void write(JsonText json, Rental rental) {
        json.object()
                .field("id", rental.id())
                .name("item")
                .object()
                .field("type", "vehicle")
                .field("id", rental.itemId())
                .field("title", rental.title())
                .end()
                .field("renterId", rental.renterId())
                .field("ownerId", rental.ownerId())
                .field("from", rental.from().toString())
                .field("to", rental.to().toString())
                .field("days", rental.days())
                .field("price", rental.price())
                .field("currency", rental.currency())
                .field("status", rental.isReturned() ? "RETURNED" : "ACTIVE")
                .field("createdAt", Times.text(rental.createdAt()))
                .field("returnedAt", rental.isReturned() ? Times.text(rental.returnedAt()) : null)
                .end();
    }
}
