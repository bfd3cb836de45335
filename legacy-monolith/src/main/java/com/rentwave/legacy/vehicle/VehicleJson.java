package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.OfferedJson;
import com.rentwave.legacy.web.JsonText;

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
        json.end();
        OfferedJson.write(json, vehicle);
        json.end();
    }
}
