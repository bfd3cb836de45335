package com.rentwave.legacy.room;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.offer.OfferChanges;
import com.rentwave.legacy.offer.OfferEvents;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.BiConsumer;

/** What owners do with their rooms; each call is one committed transaction or a refusal that changed nothing. */
@ApplicationScoped
class RoomWrites {

    private static final String ROOM = "room";

    private final Writes writes;
    private final Rooms rooms;
    private final OfferEvents events;
    private final Clock clock;

    @Inject
    RoomWrites(Writes writes, Rooms rooms, OfferEvents events, Clock clock) {
        this.writes = writes;
        this.rooms = rooms;
        this.events = events;
        this.clock = clock;
    }

    protected RoomWrites() {
        this(null, null, null, null);
    }

    Answer add(Write write, RoomDetails details) {
        return writes.once(Scope.LEGACY, write, () -> {
            Room room = new Room(rooms.nextId(), write.userId(), details, Times.now(clock));
            rooms.add(room);
            events.added(ROOM, room);
            return new Answer(201, RoomJson.text(room), room.etag(), "/api/rooms/" + room.id());
        });
    }

    Answer change(Write write, long id, Condition condition, RoomDetails details) {
        return update(write, id, condition, (room, now) -> {
            room.change(details, now);
            events.changed(ROOM, room);
        });
    }

    Answer offer(Write write, long id, Condition condition, boolean offered) {
        return update(write, id, condition, (room, now) -> {
            room.offer(offered, now);
            events.offered(ROOM, room);
        });
    }

    Answer remove(Write write, long id, Condition condition) {
        return writes.once(Scope.LEGACY, write, () -> {
            Room room = own(write.userId(), id, condition);
            rooms.remove(room);
            events.removed(ROOM, room);
            return new Answer(204, null, null, null);
        });
    }

    private Answer update(Write write, long id, Condition condition, BiConsumer<Room, LocalDateTime> change) {
        return writes.once(Scope.LEGACY, write, () -> {
            Room room = own(write.userId(), id, condition);
            change.accept(room, Times.now(clock));
            return new Answer(200, RoomJson.text(room), room.etag(), null);
        });
    }

    private Room own(long userId, long id, Condition condition) {
        Room room = rooms.lock(id).orElseThrow(() -> Ids.absent(ROOM, id));
        return OfferChanges.checked(room, ROOM, userId, condition);
    }
}
