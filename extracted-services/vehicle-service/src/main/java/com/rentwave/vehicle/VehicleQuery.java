package com.rentwave.vehicle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which vehicles to list, in which order, from where on. What is empty restricts nothing.
 *
 * @param limit at most so many vehicles on the page
 * @param after the last vehicle of the page before
 * @param words each must occur in make and model, whatever its case
 * @param minPrice whole minor units
 * @param maxPrice whole minor units
 * @param attributes names and values a vehicle must have, all of them
 */
public record VehicleQuery(
        int limit,
        Optional<After> after,
        List<String> words,
        Optional<SizeClass> sizeClass,
        Optional<Transmission> transmission,
        Optional<Fuel> fuel,
        Optional<Drive> drive,
        OptionalInt minSeats,
        OptionalInt minBootLitres,
        OptionalLong minPrice,
        OptionalLong maxPrice,
        Optional<Boolean> available,
        OptionalLong ownerId,
        List<Map.Entry<String, String>> attributes,
        VehicleSort sort) {

    /**
     * A place in a list.
     *
     * @param key time of creation in microseconds since 1970, or the price, as the order has it
     * @param id of the vehicle at that place
     */
    public record After(long key, long id) {}
}
