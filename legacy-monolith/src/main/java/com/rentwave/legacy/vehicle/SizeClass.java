package com.rentwave.legacy.vehicle;

import jakarta.persistence.AttributeConverter;
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
    static class Column implements AttributeConverter<SizeClass, String> {

        @Override
        public String convertToDatabaseColumn(SizeClass word) {
            return word == null ? null : word.code();
        }

        @Override
        public SizeClass convertToEntityAttribute(String code) {
            return code == null ? null : Coded.find(SizeClass.values(), code);
        }
    }
}
