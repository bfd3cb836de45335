package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Terms;
import com.rentwave.legacy.offer.TermsJson;
import com.rentwave.legacy.web.Fields;
import java.util.SortedMap;

/** Reads a vehicle's details from a body; every rule about one field is here. */
final class VehicleFields {

    private VehicleFields() {}

    static VehicleDetails details(byte[] body) {
        Fields fields = Fields.of(body);
        String make = fields.text("make", 1, 60);
        String model = fields.text("model", 1, 80);
        Long year = fields.wholeNumber("year", 1900, 2100);
        SizeClass sizeClass = fields.word("sizeClass", SizeClass.class);
        Long seats = fields.wholeNumber("seats", 1, 60);
        Long bootLitres = fields.wholeNumber("bootLitres", 0, 20_000);
        Transmission transmission = fields.word("transmission", Transmission.class);
        Fuel fuel = fields.word("fuel", Fuel.class);
        Drive drive = fields.word("drive", Drive.class);
        SortedMap<String, String> attributes = fields.texts("attributes", 200);
        Terms terms = TermsJson.read(fields);
        fields.check();
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
                terms);
    }
}
