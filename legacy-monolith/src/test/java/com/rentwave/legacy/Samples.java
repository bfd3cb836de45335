package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;

import com.rentwave.legacy.Call.Reply;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Vehicles, rooms and books for tests. */
final class Samples {

    static final String GOLF =
            "{\"make\":\"Volkswagen\",\"model\":\"Golf\",\"year\":2019,\"sizeClass\":\"COMPACT\",\"seats\":5,"
                    + "\"bootLitres\":380,\"transmission\":\"MANUAL\",\"fuel\":\"PETROL\",\"drive\":\"FRONT\","
                    + "\"attributes\":{\"colour\":\"blue\",\"a=b\":\"c\\\\d\"},\"pricePerDay\":4500,"
                    + "\"lateFeePerDay\":9000,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30}";

    static final String ROOM =
            "{\"title\":\"Quiet room by the canal\",\"description\":\"Two windows.\\nNo smoking.\",\"place\":\"Malmö\","
                    + "\"country\":\"SE\",\"beds\":2,\"guests\":3,\"amenities\":[\"TV\",\"WIFI\"],\"pricePerDay\":5200,"
                    + "\"lateFeePerDay\":7000,\"currency\":\"SEK\",\"minDays\":2,\"maxDays\":14}";

    static final String COPY =
            "{\"condition\":\"LIKE_NEW\",\"note\":\"With a map.\",\"place\":\"Lund\",\"pricePerDay\":150,"
                    + "\"lateFeePerDay\":300,\"currency\":\"EUR\"}";

    private static final Random BOOKS = new Random(13);

    private Samples() {}

    static Reply added(Person owner, String vehicle) {
        return call("POST", "/api/vehicles").by(owner).json(vehicle).send();
    }

    static Reply golf(Person owner) {
        return added(owner, GOLF);
    }

    static Reply room(Person owner) {
        return call("POST", "/api/rooms").by(owner).json(ROOM).send();
    }

    static Reply room(Person owner, String room) {
        return call("POST", "/api/rooms").by(owner).json(room).send();
    }

    /** A number that no other test uses, in its 13 digits: the same ones in every run, so that none is like another. */
    static String isbn() {
        String first = "9785" + String.format(Locale.ROOT, "%08d", BOOKS.nextInt(100_000_000));
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (first.charAt(i) - '0');
        }
        return first + (10 - sum % 10) % 10;
    }

    static String book(String isbn) {
        return "{\"isbn\":\"" + isbn + "\",\"title\":\"The Hunger Games\",\"authors\":[\"Suzanne Collins\"],"
                + "\"year\":2008,\"language\":\"eng\"}";
    }

    /** The number of a book that has just been added. */
    static String newBook(Person somebody) {
        String isbn = isbn();
        call("POST", "/api/books").by(somebody).json(book(isbn)).send();
        return isbn;
    }

    static Reply advert(Person owner, String isbn) {
        return advert(owner, isbn, COPY);
    }

    static Reply advert(Person owner, String isbn, String copy) {
        return call("POST", "/api/books/" + isbn + "/adverts")
                .by(owner)
                .json(copy)
                .send();
    }

    static Call topUp(Person person, long amount, String currency) {
        return call("POST", "/api/wallet/top-ups")
                .by(person)
                .json("{\"amount\":" + amount + ",\"currency\":\"" + currency + "\"}");
    }

    static Call rent(Person person, long vehicle, LocalDate from, LocalDate to) {
        return rent(person, "vehicle", vehicle, from.toString(), to.toString());
    }

    static Call rent(Person person, String type, long id, String from, String to) {
        return call("POST", "/api/rentals")
                .by(person)
                .json("{\"item\":{\"type\":\"" + type + "\",\"id\":" + id + "},\"from\":\"" + from + "\",\"to\":\"" + to
                        + "\"}");
    }
}
