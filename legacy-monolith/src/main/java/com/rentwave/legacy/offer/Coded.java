package com.rentwave.legacy.offer;

import jakarta.persistence.AttributeConverter;

/** A word that the table holds as a short code. */
public interface Coded {

    String code();

    static <T extends Coded> T find(T[] words, String code) {
        for (T word : words) {
            if (word.code().equals(code)) {
                return word;
            }
        }
        throw new IllegalArgumentException("no such code: " + code);
    }

    /** Between the word and the code in the table. */
    abstract class Column<T extends Coded> implements AttributeConverter<T, String> {

        private final T[] words;

        protected Column(T[] words) {
            this.words = words.clone();
        }

        @Override
        public String convertToDatabaseColumn(T word) {
            return word == null ? null : word.code();
        }

        @Override
        public T convertToEntityAttribute(String code) {
            return code == null ? null : find(words, code);
        }
    }
}
