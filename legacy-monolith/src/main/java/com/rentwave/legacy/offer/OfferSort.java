package com.rentwave.legacy.offer;

import com.rentwave.legacy.web.Times;
import java.util.Arrays;
import java.util.Optional;

/** The orders a list of things on offer can have; things alike are in the order of their ids. */
enum OfferSort {
    NEWEST("newest", "crt_ts", true),
    CHEAPEST("price", "day_prc_am", false),
    DEAREST("-price", "day_prc_am", true);

    static final String WORDS = "newest, price, -price";

    private final String word;
    private final String column;
    private final boolean falling;

    OfferSort(String word, String column, boolean falling) {
        this.word = word;
        this.column = column;
        this.falling = falling;
    }

    static Optional<OfferSort> find(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    String order(String idColumn) {
        return falling ? column + " DESC, " + idColumn + " DESC" : column + ", " + idColumn;
    }

    /** The condition for what comes behind a place in the list. */
    String behind(String idColumn) {
        return '(' + column + ", " + idColumn + (falling ? ") < (?, ?)" : ") > (?, ?)");
    }

    long key(Offered thing) {
        return this == NEWEST ? Times.micros(thing.createdAt()) : thing.terms().pricePerDay();
    }

    /** A key as the column it is compared with has it. */
    Object value(long key) {
        return this == NEWEST ? Times.ofMicros(key) : (Object) key;
    }
}
