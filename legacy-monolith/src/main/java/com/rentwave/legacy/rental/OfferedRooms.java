package com.rentwave.legacy.rental;

import com.rentwave.legacy.offer.Offer;
import com.rentwave.legacy.room.RoomOffers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Rooms on offer. */
@ApplicationScoped
class OfferedRooms implements Offers {

    private final RoomOffers rooms;

    @Inject
    OfferedRooms(RoomOffers rooms) {
        this.rooms = rooms;
    }

    protected OfferedRooms() {
        this(null);
    }

    @Override
    public ItemType type() {
        return ItemType.ROOM;
    }

    @Override
    public Optional<Offer> find(long id) {
        return rooms.find(id);
    }
}
