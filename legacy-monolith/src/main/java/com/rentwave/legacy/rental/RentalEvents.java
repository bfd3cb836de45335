package com.rentwave.legacy.rental;

import com.rentwave.legacy.outbox.DomainEvent;
import com.rentwave.legacy.outbox.Outbox;
import com.rentwave.legacy.web.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the world what becomes of rentals. */
@ApplicationScoped
class RentalEvents {

    private final Outbox outbox;

    @Inject
    RentalEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    protected RentalEvents() {
        this(null);
    }

    void started(Rental rental) {
        add("rent.start", rental, rental.renterId(), data(rental));
    }

    void returned(Rental rental) {
        add("rent.complete", rental, rental.renterId(), data(rental));
    }

    void cancelled(Rental rental) {
        add("rent.cancel", rental, rental.renterId(), data(rental));
    }

    void late(Rental rental, LateDay day) {
        JsonText data = data(rental)
                .field("day", day.day().toString())
                .field("lateDays", day.number())
                .field("fee", day.fee());
        add("rent.late", rental, null, data);
    }

    private void add(String type, Rental rental, Long actor, JsonText data) {
        outbox.add(DomainEvent.of(type, "rental", rental.id(), actor, data.end().toString()));
    }

    private static JsonText data(Rental rental) {
        return RentalJson.item(new JsonText().object(), rental)
                .field("renterId", rental.renterId())
                .field("ownerId", rental.ownerId())
                .field("from", rental.from().toString())
                .field("to", rental.to().toString())
                .field("price", rental.price())
                .field("currency", rental.currency());
    }
}
