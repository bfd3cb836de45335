package com.rentwave.legacy.vehicle;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Who changes gear. */
enum Transmission implements Coded {
    MANUAL("M"),
    AUTOMATIC("A");

    private final String code;

    Transmission(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Between the word and the code in the table. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Transmission, String> {

        @Override
        public String convertToDatabaseColumn(Transmission word) {
            return word == null ? null : word.code();
        }

        @Override
        public Transmission convertToEntityAttribute(String code) {
            return code == null ? null : Coded.find(Transmission.values(), code);
        }
    }
}
