package com.rentwave.vehicle.web;

import com.rentwave.service.store.Ownership;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.RequestBody;
import com.rentwave.service.web.WarmUpWork;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import com.rentwave.vehicle.Vehicles;
import com.rentwave.vehicle.outbox.VehicleEvents;
import com.rentwave.vehicle.store.VehicleReads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads and adds a vehicle that is nobody's. */
@Component
class VehiclesWarmUp implements WarmUpWork {

    private static final byte[] BODY = """
            {"make":"a","model":"b","year":2000,"sizeClass":"MINI","seats":1,"bootLitres":0,"transmission":"MANUAL",
            "fuel":"PETROL","drive":"ALL","attributes":{"a":"b"},"pricePerDay":0,"lateFeePerDay":0,"currency":"EUR"}""".getBytes(StandardCharsets.UTF_8);

    private final Vehicles vehicles;
    private final VehicleReads reads;
    private final VehicleEvents events;
    private final Ownership ownership;
    private final Clock clock;

    VehiclesWarmUp(Vehicles vehicles, VehicleReads reads, VehicleEvents events, Ownership ownership, Clock clock) {
        this.vehicles = vehicles;
        this.reads = reads;
        this.events = events;
        this.ownership = ownership;
        this.clock = clock;
    }

    @Override
    public void once() {
        VehicleDetails details = VehicleJson.readDetails(RequestBody.of(BODY).object());
        vehicles.find(0);
        reads.find(0);
        reads.list(QueryParameters.read("limit=1&q=a"));
        // Ids below 1 are nobody's, so no lock and no unique index is in anybody's way.
        ownership.rehearse(() -> {
            Vehicle vehicle = new Vehicle(0, 0, details, clock.instant());
            vehicles.add(vehicle);
            vehicles.flush();
            events.added(vehicle);
            VehicleJson.write(new JsonWriter(), vehicle);
        });
    }
}
