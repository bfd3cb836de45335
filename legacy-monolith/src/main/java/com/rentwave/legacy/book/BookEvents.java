package com.rentwave.legacy.book;

import com.rentwave.legacy.outbox.DomainEvent;
import com.rentwave.legacy.outbox.Outbox;
import com.rentwave.legacy.web.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the world of new books, and of their adverts as changes of the book. */
@ApplicationScoped
class BookEvents {

    private final Outbox outbox;

    @Inject
    BookEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    protected BookEvents() {
        this(null);
    }

    void added(Book book, long actor) {
        JsonText data = new JsonText()
                .object()
                .field("isbn", Long.toString(book.isbn()))
                .field("title", book.title())
                .end();
        outbox.add(DomainEvent.of("book.add", "book", book.isbn(), actor, data.toString()));
    }

    void advertised(Advert advert) {
        tell("advert.add", advert);
    }

    void changed(Advert advert) {
        tell("advert.change", advert);
    }

    void offered(Advert advert) {
        tell("advert.availability", advert);
    }

    private void tell(String change, Advert advert) {
        JsonText data = new JsonText()
                .object()
                .field("change", change)
                .name("advert")
                .object()
                .field("id", advert.id())
                .field("ownerId", advert.ownerId())
                .field("title", advert.title())
                .field("pricePerDay", advert.terms().pricePerDay())
                .field("currency", advert.terms().currency())
                .field("available", advert.isAvailable())
                .end()
                .end();
        outbox.add(DomainEvent.of("book.update", "book", advert.isbn(), advert.ownerId(), data.toString()));
    }
}
