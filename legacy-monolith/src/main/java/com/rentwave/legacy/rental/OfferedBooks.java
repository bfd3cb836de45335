package com.rentwave.legacy.rental;

import com.rentwave.legacy.book.BookOffers;
import com.rentwave.legacy.offer.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Copies of books on offer, by their adverts. */
@ApplicationScoped
class OfferedBooks implements Offers {

    private final BookOffers books;

    @Inject
    OfferedBooks(BookOffers books) {
        this.books = books;
    }

    protected OfferedBooks() {
        this(null);
    }

    @Override
    public ItemType type() {
        return ItemType.BOOK;
    }

    @Override
    public Optional<Offer> find(long id) {
        return books.find(id);
    }
}
