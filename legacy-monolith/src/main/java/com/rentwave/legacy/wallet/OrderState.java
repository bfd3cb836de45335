package com.rentwave.legacy.wallet;

/**
 * Where an order stands. Refunds and late fees are booked at once.
 *
 * <pre>
 * HELD ──▶ BOOKED
 *   └────▶ RELEASED   (also without having been held: then it keeps a late reservation out)
 * </pre>
 */
enum OrderState {
    /** The money counts as spent, but is still in the renter's account. */
    HELD("H"),
    /** The money has moved. */
    BOOKED("B"),
    /** The money will never move. */
    RELEASED("X");

    private final String code;

    OrderState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static OrderState of(String code) {
        for (OrderState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no such code: " + code);
    }
}
