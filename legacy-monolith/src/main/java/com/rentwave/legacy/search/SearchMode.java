package com.rentwave.legacy.search;

/** How a search goes about its words. */
enum SearchMode {
    /** No words: everything, the newest first. */
    NEWEST("n"),
    /** Every word stands in the text as it was written. */
    WRITTEN("w"),
    /** Or the text has words that were probably meant. */
    MEANT("m");

    private final String code;

    SearchMode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static SearchMode of(String code) {
        for (SearchMode mode : values()) {
            if (mode.code.equals(code)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no such mode: " + code);
    }
}
