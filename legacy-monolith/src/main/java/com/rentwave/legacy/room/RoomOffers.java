package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which rooms may be rented, for those who rent. */
@ApplicationScoped
public class RoomOffers {

    private final Rooms rooms;

    @Inject
    RoomOffers(Rooms rooms) {
        this.rooms = rooms;
    }

    protected RoomOffers() {
        this(null);
    }

    public Optional<Offer> find(long id) {
        return rooms.find(id).map(Room::asOffer);
    }
}
