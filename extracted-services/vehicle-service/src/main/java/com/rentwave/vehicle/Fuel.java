package com.rentwave.vehicle;

/** What a vehicle runs on. */
public enum Fuel {
    PETROL,
    DIESEL,
    HYBRID,
    ELECTRIC,
    LPG,
    CNG,
    ETHANOL
}
