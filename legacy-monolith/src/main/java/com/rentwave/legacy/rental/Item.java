package com.rentwave.legacy.rental;

import java.util.Locale;

/** One thing that can be rented. */
record Item(ItemType type, long id) {

    /** At the beginning of a sentence, {@code Vehicle 7}. */
    String named() {
        String noun = type.noun();
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + ' ' + id;
    }
}
