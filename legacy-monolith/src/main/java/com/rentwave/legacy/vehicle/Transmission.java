package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Coded;
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
    static class Column extends Coded.Column<Transmission> {

        Column() {
            super(Transmission.values());
        }
    }
}
