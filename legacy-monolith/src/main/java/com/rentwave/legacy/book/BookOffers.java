package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which copies of books may be rented, for those who rent. */
@ApplicationScoped
public class BookOffers {

    private final Adverts adverts;

    @Inject
    BookOffers(Adverts adverts) {
        this.adverts = adverts;
    }

    protected BookOffers() {
        this(null);
    }

    /** @param id of the advert */
    public Optional<Offer> find(long id) {
        return adverts.find(id).map(Advert::asOffer);
    }
}
