package com.rentwave.legacy.vehicle;

/** A word that the table holds as a short code. */
interface Coded {

    String code();

    static <T extends Coded> T find(T[] words, String code) {
        for (T word : words) {
            if (word.code().equals(code)) {
                return word;
            }
        }
        throw new IllegalArgumentException("no such code: " + code);
    }
}
