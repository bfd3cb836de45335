package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Coded;
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
    static class Column extends Coded.Column<Drive> {

        Column() {
            super(Drive.values());
        }
    }
}
