package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** All copies on offer. */
@ApplicationScoped
class Adverts {

    private final EntityManager entities;

    @Inject
    Adverts(EntityManager entities) {
        this.entities = entities;
    }

    protected Adverts() {
        this(null);
    }

    long nextId() {
        return Rows.next(entities, "s_bk_adv");
    }

    void add(Advert advert) {
        entities.persist(advert);
    }

    Optional<Advert> find(long id) {
        return Optional.ofNullable(entities.find(Advert.class, id));
    }

    Optional<Advert> find(Isbn isbn, long id) {
        return find(id).filter(advert -> advert.isbn() == isbn.number());
    }

    /** How many copies of a book can be rented, changes of this transaction included. */
    int open(long isbn) {
        return entities.createQuery(
                        "select count(a) from Advert a where a.isbn = :isbn and a.available = 'Y'", Long.class)
                .setParameter("isbn", isbn)
                .getSingleResult()
                .intValue();
    }

    /** One page, and one advert more when there is another page. */
    List<Advert> list(OfferQuery wanted) {
        return Rows.list(entities, Advert.class, wanted.sql(), wanted.values());
    }
}
