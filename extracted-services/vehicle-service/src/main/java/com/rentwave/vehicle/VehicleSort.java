package com.rentwave.vehicle;

/** The orders a list of vehicles can have. The id decides between equals, in the same direction. */
public enum VehicleSort {
    NEWEST("newest"),
    CHEAPEST("price"),
    DEAREST("-price");

    private final String word;

    VehicleSort(String word) {
        this.word = word;
    }

    /** The word used in the API and in cursors. */
    public String word() {
        return word;
    }
}
