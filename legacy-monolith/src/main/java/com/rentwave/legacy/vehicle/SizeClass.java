package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Coded;
import jakarta.persistence.Converter;

/** How large a vehicle is. */
enum SizeClass implements Coded {
    TWO_SEATER("TS"),
    MINI("MI"),
    SUBCOMPACT("SC"),
    COMPACT("CO"),
    MIDSIZE("MS"),
    LARGE("LG"),
    WAGON("WG"),
    SUV("SU"),
    MINIVAN("MV"),
    VAN("VN"),
    PICKUP("PU"),
    SPECIAL("SP");

    private final String code;

    SizeClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Between the word and the code in the table. */
    @Converter(autoApply = true)
    static class Column extends Coded.Column<SizeClass> {

        Column() {
            super(SizeClass.values());
        }
    }
}
