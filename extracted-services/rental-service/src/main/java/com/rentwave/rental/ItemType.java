package com.rentwave.rental;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of thing that can be rented. */
public enum ItemType {
    VEHICLE("vehicle", "vehicle"),
    /** One advert of a book: the copy that somebody lends. */
    BOOK("book", "advert"),
    ROOM("room", "room");

    private final String word;
    private final String noun;

    ItemType(String word, String noun) {
        this.word = word;
        this.noun = noun;
    }

    /** As the API names it. */
    public String word() {
        return word;
    }

    /** As sentences name it. */
    public String noun() {
        return noun;
    }

    public static Optional<ItemType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** All words of the API, for the reason of a refusal. */
    public static String words() {
        return Arrays.stream(values()).map(ItemType::word).collect(Collectors.joining(", "));
    }
}
