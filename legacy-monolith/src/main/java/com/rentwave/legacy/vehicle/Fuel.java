package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Coded;
import jakarta.persistence.Converter;

/** What a vehicle runs on. */
enum Fuel implements Coded {
    PETROL("PE"),
    DIESEL("DI"),
    HYBRID("HY"),
    ELECTRIC("EL"),
    LPG("LP"),
    CNG("CN"),
    ETHANOL("ET");

    private final String code;

    Fuel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Between the word and the code in the table. */
    @Converter(autoApply = true)
    static class Column extends Coded.Column<Fuel> {

        Column() {
            super(Fuel.values());
        }
    }
}
