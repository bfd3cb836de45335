package com.rentwave.vehicle.web;

import com.rentwave.service.web.Cursor;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleQuery.After;
import com.rentwave.vehicle.VehicleSort;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Where the next page of a list of vehicles begins. */
final class PlaceInList {

    private PlaceInList() {}

    static String after(Vehicle last, VehicleSort sort) {
        long key = sort == VehicleSort.NEWEST
                ? ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt())
                : last.pricePerDay();
        return new Cursor(sort.word(), key, last.id()).text();
    }

    /** Empty when the text is no cursor, or one of a list in another order. */
    static Optional<After> parse(String text, VehicleSort sort) {
        return Cursor.parse(text, sort.word()).map(cursor -> new After(cursor.key(), cursor.id()));
    }
}
