package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.Coded;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a room has besides beds. The table holds a room's codes in the order of declaration, parted by blanks. */
enum Amenity implements Coded {
    WIFI("WF"),
    KITCHEN("KI"),
    PARKING("PK"),
    WASHER("WA"),
    AIR_CONDITIONING("AC"),
    HEATING("HE"),
    TV("TV"),
    DESK("DE"),
    BREAKFAST("BF"),
    PETS_ALLOWED("PE"),
    STEP_FREE("SF"),
    OWN_BATHROOM("OB");

    private final String code;

    Amenity(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static String text(Set<Amenity> amenities) {
        return Arrays.stream(values())
                .filter(amenities::contains)
                .map(Amenity::code)
                .collect(Collectors.joining(" "));
    }

    static Set<Amenity> parse(String text) {
        return text.isEmpty()
                ? EnumSet.noneOf(Amenity.class)
                : Arrays.stream(text.split(" "))
                        .map(code -> Coded.find(values(), code))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Amenity.class)));
    }
}
