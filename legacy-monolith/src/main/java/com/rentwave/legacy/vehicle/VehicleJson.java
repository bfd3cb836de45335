package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;

/** A vehicle as the API shows it. */
final class VehicleJson {

    private VehicleJson() {}

    static String text(Vehicle vehicle) {
        JsonText json = new JsonText();
        write(json, vehicle);
        return json.toString();
    }

    static void write(JsonText json, Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        json.object()
                .field("id", vehicle.id())
                .field("ownerId", vehicle.ownerId())
                .field("make", details.make())
                .field("model", details.model())
                .field("year", details.year())
                .field("sizeClass", details.sizeClass().name())
                .field("seats", details.seats())
                .field("bootLitres", details.bootLitres())
                .field("transmission", details.transmission().name())
                .field("fuel", details.fuel().name())
                .field("drive", details.drive().name())
                .name("attributes")
                .object();
        details.attributes().forEach(json::field);
        json.end()
                .field("pricePerDay", details.pricePerDay())
                .field("lateFeePerDay", details.lateFeePerDay())
                .field("currency", details.currency())
                .field("minDays", details.minDays())
                .field("maxDays", details.maxDays())
                .field("available", vehicle.isAvailable())
                .field("createdAt", Times.text(vehicle.createdAt()))
                .field("updatedAt", Times.text(vehicle.updatedAt()))
                .field("version", vehicle.version())
                .end();
    }
}
