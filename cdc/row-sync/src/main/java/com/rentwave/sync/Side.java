package com.rentwave.sync;

/** One of the two places an API's rows can live. Exactly one of them owns the rows at any time, or nobody during a fence. */
public enum Side {
    LEGACY("legacy"),
    SERVICE("service");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** The word used in headers, topics and the ownership tables. */
    public String word() {
        return word;
    }

    public Side other() {
        return this == LEGACY ? SERVICE : LEGACY;
    }

    /** @throws IllegalArgumentException when the word names no side */
    public static Side of(String word) {
        for (Side side : values()) {
            if (side.word.equals(word)) {
                return side;
            }
        }
        throw new IllegalArgumentException("no such side: " + word);
    }
}
