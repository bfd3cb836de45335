package com.rentwave.legacy.rental;

import java.util.Arrays;

/**
 * Where a rental stands.
 *
 * <pre>
 * ACTIVE ──▶ RETURNED
 *    └─────▶ CANCELLED   (before the first day)
 * </pre>
 */
enum RentalStatus {
    /** Agreed and paid; the thing is still to be fetched, or in the renter's hands. */
    ACTIVE("A"),
    /** The thing is back, all days late are charged. */
    RETURNED("R"),
    /** It never began, and everything is paid back. */
    CANCELLED("C");

    private final String code;

    RentalStatus(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static RentalStatus ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code: " + code));
    }
}
