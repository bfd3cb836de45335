package com.rentwave.legacy.wallet;

/** What a service that rents may ask the wallets for. */
enum OrderKind {
    RESERVATION("R"),
    REFUND("F"),
    LATE_FEE("L");

    private final String code;

    OrderKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
