package com.rentwave.legacy.vehicle;

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

/** What owners do with their vehicles; each call is one committed transaction or a refusal that changed nothing. */
@ApplicationScoped
class VehicleWrites {

    private final Writes writes;
    private final Vehicles vehicles;
    private final OfferEvents events;
    private final Clock clock;

    @Inject
    VehicleWrites(Writes writes, Vehicles vehicles, OfferEvents events, Clock clock) {
        this.writes = writes;
        this.vehicles = vehicles;
        this.events = events;
        this.clock = clock;
    }

    protected VehicleWrites() {
        this(null, null, null, null);
    }

    Answer add(Write write, VehicleDetails details) {
        return writes.once(Scope.VEHICLES, write, () -> {
            Vehicle vehicle = new Vehicle(vehicles.nextId(), write.userId(), details, Times.now(clock));
            vehicles.add(vehicle);
            events.added("vehicle", vehicle);
            return new Answer(201, VehicleJson.text(vehicle), vehicle.etag(), "/api/vehicles/" + vehicle.id());
        });
    }

    Answer change(Write write, long id, Condition condition, VehicleDetails details) {
        return update(write, id, condition, (vehicle, now) -> {
            vehicle.change(details, now);
            events.changed("vehicle", vehicle);
        });
    }

    Answer offer(Write write, long id, Condition condition, boolean offered) {
        return update(write, id, condition, (vehicle, now) -> {
            vehicle.offer(offered, now);
            events.offered("vehicle", vehicle);
        });
    }

    Answer remove(Write write, long id, Condition condition) {
        return writes.once(Scope.VEHICLES, write, () -> {
            Vehicle vehicle = own(write.userId(), id, condition);
            vehicles.remove(vehicle);
            events.removed("vehicle", vehicle);
            return new Answer(204, null, null, null);
        });
    }

    private Answer update(Write write, long id, Condition condition, BiConsumer<Vehicle, LocalDateTime> change) {
        return writes.once(Scope.VEHICLES, write, () -> {
            Vehicle vehicle = own(write.userId(), id, condition);
            change.accept(vehicle, Times.now(clock));
            return new Answer(200, VehicleJson.text(vehicle), vehicle.etag(), null);
        });
    }

    private Vehicle own(long userId, long id, Condition condition) {
        Vehicle vehicle = vehicles.lock(id).orElseThrow(() -> Ids.absent("vehicle", id));
        return OfferChanges.checked(vehicle, "vehicle", userId, condition);
    }
}
