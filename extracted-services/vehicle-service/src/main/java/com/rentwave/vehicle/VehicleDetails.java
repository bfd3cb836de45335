package com.rentwave.vehicle;

import java.util.SortedMap;

/**
 * What an owner says about a vehicle. The API has checked the values' ranges before one of these exists.
 *
 * @param attributes free-form names and values, sorted by name in the order of {@link String#compareTo}
 * @param pricePerDay whole minor units of the currency
 * @param lateFeePerDay whole minor units of the currency
 * @param currency ISO 4217 code
 * @param minDays shortest rental
 * @param maxDays longest rental, not below the shortest
 */
public record VehicleDetails(
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
