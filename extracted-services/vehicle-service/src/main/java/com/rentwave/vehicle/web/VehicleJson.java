package com.rentwave.vehicle.web;

import com.rentwave.service.web.FieldReader;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.Times;
import com.rentwave.vehicle.Drive;
import com.rentwave.vehicle.Fuel;
import com.rentwave.vehicle.SizeClass;
import com.rentwave.vehicle.Transmission;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** A vehicle in JSON, as the API shows and takes it. The order of the fields is part of the contract both ways. */
final class VehicleJson {

    private VehicleJson() {}

    static JsonWriter write(JsonWriter json, Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        json.beginObject()
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
                .field("drive", details.drive().name());
        json.name("attributes").beginObject();
        for (Map.Entry<String, String> attribute : details.attributes().entrySet()) {
            json.field(attribute.getKey(), attribute.getValue());
        }
        return json.endObject()
                .field("pricePerDay", details.pricePerDay())
                .field("lateFeePerDay", details.lateFeePerDay())
                .field("currency", details.currency())
                .field("minDays", details.minDays())
                .field("maxDays", details.maxDays())
                .field("available", vehicle.available())
                .field("createdAt", Times.text(vehicle.createdAt()))
                .field("updatedAt", Times.text(vehicle.updatedAt()))
                .field("version", vehicle.version())
                .endObject();
    }

    static VehicleDetails readDetails(JsonNode body) {
        FieldReader fields = new FieldReader(body);
        String make = fields.text("make", 1, 60);
        String model = fields.text("model", 1, 80);
        Long year = fields.whole("year", 1900, 2100);
        SizeClass sizeClass = fields.word("sizeClass", SizeClass.class);
        Long seats = fields.whole("seats", 1, 60);
        Long bootLitres = fields.whole("bootLitres", 0, 20_000);
        Transmission transmission = fields.word("transmission", Transmission.class);
        Fuel fuel = fields.word("fuel", Fuel.class);
        Drive drive = fields.word("drive", Drive.class);
        SortedMap<String, String> attributes = fields.strings("attributes", 30, 40, 200);
        Long pricePerDay = fields.whole("pricePerDay", 0, 100_000_000);
        Long lateFeePerDay = fields.whole("lateFeePerDay", 0, 100_000_000);
        String currency = fields.currency("currency");
        Long minDays = fields.whole("minDays", 1, 365, 1);
        Long maxDays = fields.whole("maxDays", 1, 365, 30);
        if (minDays != null && maxDays != null && maxDays < minDays) {
            fields.wrong("maxDays", "must not be below minDays");
        }
        fields.finish();
        return new VehicleDetails(
                make,
                model,
                year.intValue(),
                sizeClass,
                seats.intValue(),
                bootLitres.intValue(),
                transmission,
                fuel,
                drive,
                attributes,
                pricePerDay,
                lateFeePerDay,
                currency,
                minDays.intValue(),
                maxDays.intValue());
    }

    static boolean readAvailable(JsonNode body) {
        FieldReader fields = new FieldReader(body);
        Boolean available = fields.flag("available");
        fields.finish();
        return available;
    }
}
