package com.rentwave.vehicle;

/** How a vehicle's gears are changed. */
public enum Transmission {
    MANUAL,
    AUTOMATIC
}
