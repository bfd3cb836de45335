package com.rentwave.legacy.offer;

import com.rentwave.legacy.outbox.DomainEvent;
import com.rentwave.legacy.outbox.Outbox;
import com.rentwave.legacy.web.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the world what owners did with what they offer; a service that takes over tells it in the same words. */
@ApplicationScoped
public class OfferEvents {

    private final Outbox outbox;

    @Inject
    OfferEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    protected OfferEvents() {
        this(null);
    }

    /** @param kind {@code vehicle} or {@code room}, as the events call it */
    public void added(String kind, Offered thing) {
        tell(kind, ".add", "add", thing, thing.isAvailable());
    }

    public void changed(String kind, Offered thing) {
        tell(kind, ".update", "change", thing, thing.isAvailable());
    }

    public void offered(String kind, Offered thing) {
        tell(kind, ".update", "availability", thing, thing.isAvailable());
    }

    public void removed(String kind, Offered thing) {
        tell(kind, ".update", "delete", thing, false);
    }

    private void tell(String kind, String happened, String change, Offered thing, boolean available) {
        JsonText data = new JsonText()
                .object()
                .field("change", change)
                .field("ownerId", thing.ownerId())
                .field("title", thing.title())
                .field("pricePerDay", thing.terms().pricePerDay())
                .field("currency", thing.terms().currency())
                .field("available", available)
                .end();
        outbox.add(DomainEvent.of(kind + happened, kind, thing.id(), thing.ownerId(), data.toString()));
    }
}
