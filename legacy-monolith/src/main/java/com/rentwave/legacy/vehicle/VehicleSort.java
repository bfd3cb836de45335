package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.web.Times;
import java.util.Arrays;
import java.util.Optional;

/** The orders a list of vehicles can have. */
enum VehicleSort {
    NEWEST("newest", "crt_ts DESC, veh_id DESC", "(crt_ts, veh_id) < (?, ?)"),
    CHEAPEST("price", "day_prc_am, veh_id", "(day_prc_am, veh_id) > (?, ?)"),
    DEAREST("-price", "day_prc_am DESC, veh_id DESC", "(day_prc_am, veh_id) < (?, ?)");

    private final String word;
    private final String order;
    private final String behind;

    VehicleSort(String word, String order, String behind) {
        this.word = word;
        this.order = order;
        this.behind = behind;
    }

    static Optional<VehicleSort> find(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    String order() {
        return order;
    }

    /** The condition for what comes behind a place in the list. */
    String behind() {
        return behind;
    }

    long key(Vehicle vehicle) {
        return this == NEWEST ? Times.micros(vehicle.createdAt()) : vehicle.pricePerDay();
    }

    /** A key as the column it is compared with has it. */
    Object value(long key) {
        return this == NEWEST ? Times.ofMicros(key) : (Object) key;
    }
}
