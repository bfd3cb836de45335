package com.rentwave.workload.history;

/**
 * A vehicle as an answer showed it.
 *
 * @param value everything the owner can set, as one comparable text
 */
public record SeenVehicle(long vehicleId, long version, String value) {}
