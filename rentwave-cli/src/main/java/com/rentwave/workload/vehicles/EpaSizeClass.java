package com.rentwave.workload.vehicles;

import java.util.Optional;

/**
 * What the import makes of a size class of the file: RentWave's class, and the seats, the boot and the price per day that
 * the file does not tell. The first line whose beginning fits is taken, so the order of the constants matters.
 */
enum EpaSizeClass {
    TWO_SEATER("Two Seaters", "TWO_SEATER", 2, 200, 9_000),
    MINI("Minicompact Cars", "MINI", 4, 220, 3_500),
    SUBCOMPACT("Subcompact Cars", "SUBCOMPACT", 4, 300, 4_000),
    COMPACT("Compact Cars", "COMPACT", 5, 380, 4_500),
    MIDSIZE("Midsize Cars", "MIDSIZE", 5, 450, 5_500),
    LARGE("Large Cars", "LARGE", 5, 520, 7_000),
    SMALL_WAGON("Small Station Wagons", "WAGON", 5, 500, 5_000),
    MIDSIZE_WAGON("Midsize Station Wagons", "WAGON", 5, 600, 6_000),
    LARGE_WAGON("Midsize-Large Station Wagons", "WAGON", 5, 600, 6_000),
    SMALL_PICKUP("Small Pickup Trucks", "PICKUP", 3, 900, 6_000),
    PICKUP("Standard Pickup Trucks", "PICKUP", 3, 1_400, 7_500),
    SMALL_SUV("Small Sport Utility Vehicle", "SUV", 5, 500, 6_500),
    STANDARD_SUV("Standard Sport Utility Vehicle", "SUV", 7, 700, 9_000),
    SUV("Sport Utility Vehicle", "SUV", 5, 600, 7_500),
    MINIVAN("Minivan", "MINIVAN", 7, 450, 8_000),
    CARGO_VAN("Vans, Cargo", "VAN", 2, 6_000, 8_500),
    PASSENGER_VAN("Vans, Passenger", "VAN", 12, 900, 11_000),
    OTHER_PASSENGER_VAN("Vans Passenger", "VAN", 12, 900, 11_000),
    VAN("Vans", "VAN", 8, 2_500, 9_000),
    SPECIAL("Special Purpose Vehicle", "SPECIAL", 5, 700, 8_000);

    private static final int NEW = 2016;
    private static final int OLDEST_DISCOUNTED = 30;

    final String beginning;
    final String sizeClass;
    final int seats;
    final int bootLitres;
    final int pricePerDayNew;

    EpaSizeClass(String beginning, String sizeClass, int seats, int bootLitres, int pricePerDayNew) {
        this.beginning = beginning;
        this.sizeClass = sizeClass;
        this.seats = seats;
        this.bootLitres = bootLitres;
        this.pricePerDayNew = pricePerDayNew;
    }

    static Optional<EpaSizeClass> of(String text) {
        for (EpaSizeClass line : values()) {
            if (text.startsWith(line.beginning)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** The price of a new one less 2 % for each year of age, at most 60 %, in steps of 50 minor units. */
    long pricePerDay(int year) {
        int age = Math.min(OLDEST_DISCOUNTED, Math.max(0, NEW - year));
        return pricePerDayNew * (100L - 2L * age) / 100 / 50 * 50;
    }
}
