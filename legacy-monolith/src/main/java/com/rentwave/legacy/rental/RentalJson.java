package com.rentwave.legacy.rental;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;
import java.time.LocalDateTime;

/** A rental as the API shows it. */
final class RentalJson {

    private RentalJson() {}

    static String text(Rental rental) {
        JsonText json = new JsonText();
        write(json, rental);
        return json.toString();
    }

    static void write(JsonText json, Rental rental) {
        json.object().field("id", rental.id());
        item(json, rental)
                .field("renterId", rental.renterId())
                .field("ownerId", rental.ownerId())
                .field("from", rental.from().toString())
                .field("to", rental.to().toString())
                .field("days", rental.days())
                .field("price", rental.price())
                .field("lateFeePerDay", rental.lateFeePerDay())
                .field("currency", rental.currency())
                .field("status", rental.status().name())
                .field("lateDays", rental.lateDays())
                .field("lateFees", rental.lateFees())
                .field("createdAt", time(rental.createdAt()))
                .field("returnedAt", time(rental.returnedAt()))
                .field("cancelledAt", time(rental.cancelledAt()))
                .end();
    }

    /** What is rented, with the title it had then. */
    static JsonText item(JsonText json, Rental rental) {
        Item item = rental.item();
        return json.name("item")
                .object()
                .field("type", item.type().word())
                .field("id", item.id())
                .field("title", rental.title())
                .end();
    }

    private static String time(LocalDateTime time) {
        return time == null ? null : Times.text(time);
    }
}
