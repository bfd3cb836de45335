package com.rentwave.vehicle;

/** How big a vehicle is, in the order in which the API lists the words. */
public enum SizeClass {
    TWO_SEATER,
    MINI,
    SUBCOMPACT,
    COMPACT,
    MIDSIZE,
    LARGE,
    WAGON,
    SUV,
    MINIVAN,
    VAN,
    PICKUP,
    SPECIAL
}
