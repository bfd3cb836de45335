package com.rentwave.vehicle.web;

import com.rentwave.service.store.Ownership;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.Ids;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.vehicle.NoSuchVehicle;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import com.rentwave.vehicle.Vehicles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Tells whoever rents out a vehicle on what terms, and only while this side owns vehicles: a copy that lags would tell terms
 * that are no more. Ownership is asserted in the transaction that reads, so no fence comes between. The facade does not let
 * this address out.
 */
@Controller
class OffersController {

    private final Vehicles vehicles;
    private final Ownership ownership;

    OffersController(Vehicles vehicles, Ownership ownership) {
        this.vehicles = vehicles;
        this.ownership = ownership;
    }

    @GetMapping("/internal/offers/vehicle/{id}")
    Answer offer(@PathVariable String id) {
        long vehicleId = Ids.parse(id, "vehicle");
        Vehicle vehicle =
                ownership.write(() -> vehicles.find(vehicleId)).orElseThrow(() -> new NoSuchVehicle(vehicleId));
        return Answer.of(200, json(vehicle), null, null);
    }

    private static String json(Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        return new JsonWriter()
                .beginObject()
                .field("title", details.make() + ' ' + details.model())
                .field("ownerId", vehicle.ownerId())
                .field("pricePerDay", details.pricePerDay())
                .field("lateFeePerDay", details.lateFeePerDay())
                .field("currency", details.currency())
                .field("minDays", details.minDays())
                .field("maxDays", details.maxDays())
                .field("available", vehicle.available())
                .endObject()
                .toString();
    }
}
