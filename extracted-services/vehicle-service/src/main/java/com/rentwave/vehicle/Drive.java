package com.rentwave.vehicle;

/** Which wheels are driven. */
public enum Drive {
    FRONT,
    REAR,
    ALL,
    PART_TIME
}
