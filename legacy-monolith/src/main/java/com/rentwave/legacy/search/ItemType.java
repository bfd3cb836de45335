package com.rentwave.legacy.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of things on offer, in the order of things found alike. */
public enum ItemType {
    VEHICLE("vehicle", "V"),
    BOOK("book", "B"),
    ROOM("room", "R");

    static final String WORDS = Arrays.stream(values()).map(ItemType::word).collect(Collectors.joining(", "));

    private final String word;
    private final String code;

    ItemType(String word, String code) {
        this.word = word;
        this.code = code;
    }

    public static Optional<ItemType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static ItemType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code: " + code));
    }

    public String word() {
        return word;
    }

    /** As the tables have it. */
    String code() {
        return code;
    }
}
