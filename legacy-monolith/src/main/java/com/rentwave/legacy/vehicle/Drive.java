package com.rentwave.legacy.vehicle;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Which wheels are driven. */
enum Drive implements Coded {
    FRONT("F"),
    REAR("R"),
    ALL("A"),
    PART_TIME("P");

    private final String code;

    Drive(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Between the word and the code in the table. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Drive, String> {

        @Override
        public String convertToDatabaseColumn(Drive word) {
            return word == null ? null : word.code();
        }

        @Override
        public Drive convertToEntityAttribute(String code) {
            return code == null ? null : Coded.find(Drive.values(), code);
        }
    }
}
