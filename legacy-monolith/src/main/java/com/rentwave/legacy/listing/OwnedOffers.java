package com.rentwave.legacy.listing;

import com.rentwave.legacy.book.BookOffers;
import com.rentwave.legacy.copy.VehicleOffers;
import com.rentwave.legacy.idempotency.Ownership;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.offer.Offer;
import com.rentwave.legacy.room.RoomOffers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Things on offer, as their owner knows them: what this database does not own it does not answer for, however good its copy is. */
@ApplicationScoped
class OwnedOffers {

    private final Ownership ownership;
    private final VehicleOffers vehicles;
    private final BookOffers books;
    private final RoomOffers rooms;

    @Inject
    OwnedOffers(Ownership ownership, VehicleOffers vehicles, BookOffers books, RoomOffers rooms) {
        this.ownership = ownership;
        this.vehicles = vehicles;
        this.books = books;
        this.rooms = rooms;
    }

    protected OwnedOffers() {
        this(null, null, null, null);
    }

    /** @throws PersistenceException that {@link Ownership#isMissing} knows when another side owns vehicles */
    @Transactional
    Optional<Offer> vehicle(long id) {
        ownership.require(Scope.VEHICLES);
        return vehicles.find(id);
    }

    /** @param id of the advert */
    @Transactional
    Optional<Offer> book(long id) {
        return books.find(id);
    }

    @Transactional
    Optional<Offer> room(long id) {
        return rooms.find(id);
    }
}
