package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All rooms on offer. */
@ApplicationScoped
class Rooms {

    private final EntityManager entities;

    @Inject
    Rooms(EntityManager entities) {
        this.entities = entities;
    }

    protected Rooms() {
        this(null);
    }

    long nextId() {
        return Rows.next(entities, "s_room");
    }

    void add(Room room) {
        entities.persist(room);
    }

    void remove(Room room) {
        entities.remove(room);
    }

    /** For a change: others wait until it is committed. */
    Optional<Room> lock(long id) {
        return Optional.ofNullable(entities.find(Room.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Room> find(long id) {
        return Optional.ofNullable(entities.find(Room.class, id));
    }

    /** One page, and one room more when there is another page. */
    List<Room> list(OfferQuery wanted) {
        return Rows.list(entities, Room.class, wanted.sql(), wanted.values());
    }
}
