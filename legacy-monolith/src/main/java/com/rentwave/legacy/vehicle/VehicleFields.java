package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.web.Fields;
import java.util.SortedMap;

/** Reads a vehicle's details from a body; every rule about one field is here. */
final class VehicleFields {

    private static final long MOST_MONEY = 100_000_000;
    private static final long LONGEST_DAYS = 365;
    private static final int USUAL_MOST_DAYS = 30;

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
        Long pricePerDay = fields.wholeNumber("pricePerDay", 0, MOST_MONEY);
        Long lateFeePerDay = fields.wholeNumber("lateFeePerDay", 0, MOST_MONEY);
        String currency = fields.currency("currency");
        Long minDays = fields.wholeNumber("minDays", 1, LONGEST_DAYS, 1);
        Long maxDays = fields.wholeNumber("maxDays", 1, LONGEST_DAYS, USUAL_MOST_DAYS);
        if (minDays != null && maxDays != null && maxDays < minDays) {
            fields.refuse("maxDays", "must not be below minDays");
        }
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
                pricePerDay,
                lateFeePerDay,
                currency,
                minDays.intValue(),
                maxDays.intValue());
    }

    static boolean available(byte[] body) {
        Fields fields = Fields.of(body);
        Boolean available = fields.flag("available");
        fields.check();
        return available;
    }
}
