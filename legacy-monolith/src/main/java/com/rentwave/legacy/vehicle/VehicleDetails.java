package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Terms;
import java.util.SortedMap;

/**
 * What an owner tells about a vehicle.
 *
 * @param bootLitres size of the boot in litres
 * @param attributes free-form, sorted by name
 */
record VehicleDetails(
        String make,
        String model,
        int year,
        SizeClass sizeClass,
        int seats,
        int bootLitres,
        Transmission transmission,
        Fuel fuel,
        Drive drive,
        SortedMap<String, String> attributes,
        Terms terms) {}
