package com.rentwave.legacy.notification;

import java.util.Arrays;

/** Why somebody is told something. */
enum Kind {
    RENTED("RE"),
    RETURNED("BK"),
    CANCELLED("CN"),
    LATE("LT"),
    NEW_ADVERT("NW");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** As the table has it. */
    String code() {
        return code;
    }

    static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
