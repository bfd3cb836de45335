package com.rentwave.legacy.vehicle;

import java.util.SortedMap;

/**
 * What an owner tells about a vehicle.
 *
 * @param bootLitres size of the boot in litres
 * @param attributes free-form, sorted by name
 * @param pricePerDay whole minor units of the currency
 * @param lateFeePerDay whole minor units of the currency
 * @param minDays shortest rental
 * @param maxDays longest rental
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
        long pricePerDay,
        long lateFeePerDay,
        String currency,
        int minDays,
        int maxDays) {}
