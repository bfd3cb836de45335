package com.rentwave.workload.books;

import java.util.List;
import java.util.Random;

/**
 * Makes up what the file does not tell: in which condition a copy is, where, and what it costs. It depends on the ISBN
 * alone, so that the same file always gives the same adverts.
 */
public final class BookTerms {

    private static final List<String> PLACES = List.of(
            "Berlin",
            "Bruxelles",
            "Cork",
            "Firenze",
            "Gdańsk",
            "Göteborg",
            "Graz",
            "København",
            "Leiden",
            "Lisboa",
            "Lyon",
            "Nantes",
            "Oulu",
            "Praha",
            "Sevilla",
            "Tartu",
            "Thessaloniki",
            "Utrecht",
            "Valletta",
            "Zürich");

    private enum Condition {
        NEW(120, "Never read: I was given it twice."),
        LIKE_NEW(100, "Read once, and carefully."),
        GOOD(70, "Some pages have a crease."),
        GOOD_MARKED(60, "Pencil marks in the margins; they can be ignored or argued with."),
        WORN(40, "Well travelled. Everything is still there.");

        private final int centsPerDay;
        private final String note;

        Condition(int centsPerDay, String note) {
            this.centsPerDay = centsPerDay;
            this.note = note;
        }

        private String word() {
            return this == GOOD_MARKED ? "GOOD" : name();
        }
    }

    private BookTerms() {}

    static BookRow.Copy of(String isbn, int year, String currency) {
        Random random = new Random(Long.parseLong(isbn) * 31);
        Condition condition = Condition.values()[random.nextInt(Condition.values().length)];
        int surcharge = year >= 2010 ? 30 : year < 1950 ? 50 : 0;
        long price = condition.centsPerDay + surcharge + 10L * random.nextInt(4);
        String place = PLACES.get(random.nextInt(PLACES.size()));
        return new BookRow.Copy(condition.word(), condition.note, place, price, currency, 28 + 14 * random.nextInt(3));
    }

    /** The mapping of the import in words, for its help. */
    public static List<String> lines() {
        return List.of(
                "isbn10      must have the right check digit; it is kept as ISBN-13.",
                "authors     are separated by commas.",
                "year        a whole number; one that RentWave does not take is left out and told.",
                "language    as ISO 639-1: eng, en-US and en-GB = en, fre = fr, ger = de; one without a code of two letters",
                "            keeps its three (fil). Another code is left out and told.",
                "Each book has one copy to lend: condition, place and note are made up from the ISBN. Per day it costs",
                "0.40 (WORN) to 1.20 (NEW), 0.30 more from 2010 on, 0.50 more before 1950, and up to 0.30 more by chance.",
                "Late fee: twice the price per day. Rentals of 3 to 28, 42 or 56 days.");
    }
}
