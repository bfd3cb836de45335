package com.rentwave.legacy.rental;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of thing that can be rented. */
enum ItemType {
    VEHICLE("V", "vehicle", "vehicle"),
    /** One advert of a book: the copy that somebody lends. */
    BOOK("B", "book", "advert"),
    ROOM("R", "room", "room");

    private final String code;
    private final String word;
    private final String noun;

    ItemType(String code, String word, String noun) {
        this.code = code;
        this.word = word;
        this.noun = noun;
    }

    /** As the database keeps it. */
    String code() {
        return code;
    }

    /** As the API names it. */
    String word() {
        return word;
    }

    /** As sentences name it. */
    String noun() {
        return noun;
    }

    static ItemType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code: " + code));
    }

    static Optional<ItemType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** All words of the API, for the reason of a refusal. */
    static String words() {
        return Arrays.stream(values()).map(ItemType::word).collect(Collectors.joining(", "));
    }
}
