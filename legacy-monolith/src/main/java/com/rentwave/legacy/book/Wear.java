package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.Coded;
import jakarta.persistence.Converter;

/** The condition a copy is in. */
enum Wear implements Coded {
    NEW("N"),
    LIKE_NEW("L"),
    GOOD("G"),
    WORN("W");

    private final String code;

    Wear(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Between the word and the code in the table. */
    @Converter(autoApply = true)
    static class Column extends Coded.Column<Wear> {

        Column() {
            super(Wear.values());
        }
    }
}
