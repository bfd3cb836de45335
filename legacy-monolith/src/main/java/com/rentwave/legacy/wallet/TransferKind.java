package com.rentwave.legacy.wallet;

/** Why money moves. */
enum TransferKind {
    TOP_UP("T"),
    RENT("R"),
    REFUND("F"),
    LATE_FEE("L");

    private final String code;

    TransferKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static TransferKind of(String code) {
        for (TransferKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such code: " + code);
    }
}
